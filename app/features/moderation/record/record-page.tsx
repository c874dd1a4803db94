import type { ReactNode } from "react";
import type { RecordPage as Page_ } from "#app/context/record.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, PageHead, Row } from "#app/ui/page.tsx";
import { recordWords as words } from "#app/words/appeals.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import styles from "./record.module.css";
import { RecordFilters } from "./record-filters.tsx";
import { RecordLine } from "./record-line.tsx";

export type RecordPageProps = {
  readonly page: Page_;
  /** The address's query without the page. */
  readonly asked: Readonly<Record<string, string>>;
  readonly isChosen: boolean;
  readonly isFirst: boolean;
  /** Of the site: its pages beside this one. */
  readonly tabs?: ReactNode;
};

/** The decisions of a group, or of the whole site, newest first. */
export function RecordPage({ page, asked, isChosen, isFirst, tabs }: RecordPageProps) {
  const home = page.group === null ? "/admin/record" : `/g/${page.group.id}/record`;
  const ofSite = page.group === null ? siteCareWords.record : null;
  return (
    <Page width="list">
      <PageHead title={ofSite?.title ?? words.title} actions={page.isStaff ? <Taking home={home} /> : null}>
        <p>{ofSite?.lead ?? (page.isStaff ? words.lead : words.publicLead)}</p>
      </PageHead>
      {tabs}
      <RecordFilters asked={asked} actors={page.actors} />
      {page.rows.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{isChosen ? words.noMatch : words.nothing}</EmptyState>
      ) : (
        <ol className={styles.rows}>
          {page.rows.map((row) => (
            <RecordLine key={row.seq} row={row} isStaff={page.isStaff} home={home} />
          ))}
        </ol>
      )}
      <Row>
        {isFirst ? null : <ButtonLink to={`${home}?${new URLSearchParams(asked)}`}>{words.newest}</ButtonLink>}
        {page.older === null ? null : (
          <ButtonLink to={`${home}?${new URLSearchParams({ ...asked, before: String(page.older) })}`}>
            {words.older}
          </ButtonLink>
        )}
      </Row>
    </Page>
  );
}

function Taking({ home }: { readonly home: string }) {
  return (
    <fieldset className={styles.taking}>
      <legend>{words.take}</legend>
      <ButtonLink to={`${home}/csv`} reloadDocument>
        {words.csv}
      </ButtonLink>
      <ButtonLink to={`${home}/json`} reloadDocument>
        {words.json}
      </ButtonLink>
    </fieldset>
  );
}
