import { Form, Link } from "@remix-run/react";
import type { ReactNode, RefObject } from "react";
import { type SearchAnswer, type SearchAsked, shows } from "#app/context/search.ts";
import { type Sort, sorts, type Term } from "#app/domain/search/query.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { searchWords as words } from "#app/words/search.ts";
import { FacetList } from "./facet-list.tsx";
import { QueryField } from "./query-field.tsx";
import { Results } from "./results.tsx";
import { writeAddress } from "./search-address.ts";
import { Beginnings, SearchHelp } from "./search-help.tsx";
import styles from "./search-page.module.css";

export type SearchPageProps = {
  readonly group: {
    readonly id: string;
    readonly name: string;
    readonly colourNames: Readonly<Record<string, string>>;
  };
  readonly asked: SearchAsked;
  readonly answer: SearchAnswer;
  /** The field of the query line. */
  readonly field: RefObject<HTMLInputElement>;
};

/** One line for notes and texts, what it finds, and facets that narrow it; all of it stands in the address. */
export function SearchPage({ group, asked, answer, field }: SearchPageProps) {
  const { facets, query, noteCount } = answer;
  const list = { group: group.id, asked, query, facets, isMore: noteCount.isMore, colourNames: group.colourNames };
  return (
    <Page width="broad">
      <PageHead title={asked.everywhere ? words.title : words.titleOf(group.name)} />
      <div className={styles.ask}>
        <QueryForm group={group.id} asked={asked} field={field} />
        <Scope group={group.id} asked={asked} />
      </div>
      {asked.line === "" ? (
        <Begin group={group.id} asked={asked} />
      ) : (
        <div className={classNames(styles.columns, facets.length === 0 && styles.alone)}>
          <div className={styles.main}>
            <Found group={group.id} asked={asked} answer={answer} />
            {facets.length > 0 ? (
              <div className={styles.folded}>
                <Disclosure summary={words.narrow} look="button" icon="settings">
                  <FacetList {...list} />
                </Disclosure>
              </div>
            ) : null}
            {answer.notes.length + answer.passages.length > 0 || asked.after !== null ? (
              <Results group={group.id} asked={asked} answer={answer} />
            ) : (
              <Nothing group={group.id} asked={asked} answer={answer} />
            )}
          </div>
          {facets.length > 0 ? (
            <aside className={styles.facets} aria-label={words.narrow}>
              <FacetList {...list} />
              {noteCount.isMore ? <p className={styles.counted}>{words.counted(noteCount.count)}</p> : null}
            </aside>
          ) : null}
        </div>
      )}
    </Page>
  );
}

type Part = { readonly group: string; readonly asked: SearchAsked };

function QueryForm({ group, asked, field }: Part & Pick<SearchPageProps, "field">) {
  const { line, sort, show, everywhere } = asked;
  return (
    <Form action={`/g/${group}/search`} role="search" className={styles.form}>
      <QueryField key={line} group={group} line={line} everywhere={everywhere} field={field} />
      {sort === "time" ? null : <input type="hidden" name="sort" value={sort} />}
      {show === "all" ? null : <input type="hidden" name="show" value={show} />}
      {everywhere ? <input type="hidden" name="where" value="all" /> : null}
      <Button type="submit" kind="primary">
        {words.button}
      </Button>
    </Form>
  );
}

/** What is looked through, and where. */
function Scope({ group, asked }: Part) {
  const to = (change: Partial<SearchAsked>) => writeAddress(group, { ...asked, after: null, ...change });
  return (
    <div className={styles.scope}>
      <Choices label={words.where.label}>
        <Choice to={to({ everywhere: false })} isOn={!asked.everywhere} label={words.where.here} />
        <Choice to={to({ everywhere: true })} isOn={asked.everywhere} label={words.where.everywhere} />
      </Choices>
      <Choices label={words.show.label}>
        {shows.map((show) => (
          <Choice key={show} to={to({ show })} isOn={asked.show === show} label={words.show[show]} />
        ))}
      </Choices>
    </div>
  );
}

/** How much was found, and its order. */
function Found({ group, asked, answer }: Part & { readonly answer: SearchAnswer }) {
  const { noteCount, passageCount } = answer;
  const to = (sort: Sort) => writeAddress(group, { ...asked, after: null, sort });
  const said = [
    ...(noteCount.count > 0 || passageCount.count === 0 ? [words.notes(noteCount.count, noteCount.isMore)] : []),
    ...(passageCount.count > 0 ? [words.passages(passageCount.count, passageCount.isMore)] : []),
  ];
  return (
    <div className={styles.toolbar}>
      <p role="status" className={styles.found}>
        {said.join(" · ")}
      </p>
      {asked.show === "texts" || noteCount.count < 2 ? null : (
        <Choices label={words.sort.label}>
          {sorts.map((sort) => (
            <Choice key={sort} to={to(sort)} isOn={asked.sort === sort} label={words.sorts[sort]} />
          ))}
        </Choices>
      )}
    </div>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={label} className={styles.choices}>
      {children}
    </nav>
  );
}

function Choice({ to, isOn, label }: { readonly to: string; readonly isOn: boolean; readonly label: string }) {
  return (
    <Link to={to} className={classNames(styles.choice, isOn && styles.on)} aria-current={isOn ? "true" : undefined}>
      {label}
    </Link>
  );
}

function Begin(part: Part) {
  return (
    <div className={styles.begin}>
      <div>
        <h2>{words.begin.title}</h2>
        <p>{words.begin.sentence}</p>
        <Beginnings {...part} />
      </div>
      <SearchHelp />
    </div>
  );
}

function Nothing({ group, asked, answer }: Part & { readonly answer: SearchAnswer }) {
  const action = asked.everywhere ? null : (
    <ButtonLink to={writeAddress(group, { ...asked, everywhere: true, after: null })}>
      {words.none.everywhere}
    </ButtonLink>
  );
  return (
    <>
      <EmptyState title={words.none.title} action={action}>
        {answer.unknown.length === 0 ? words.none.sentence : answer.unknown.map(sayUnknown).join(" ")}
      </EmptyState>
      <SearchHelp />
    </>
  );
}

function sayUnknown(term: Term): string {
  return term.kind === "named" ? words.none.unknown(term.value) : "";
}
