import { Form, Link } from "@remix-run/react";
import type { CollectedThread, CollectionPage as Page_ } from "#app/context/collections.ts";
import { MAX_REMARK } from "#app/domain/collection/collection.ts";
import { ButtonLink, IconButton } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage, TextArea } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { INTENT } from "#app/ui/intent.ts";
import { Notice, Section, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { collectionWords as words } from "#app/words/collections.ts";
import { CollectedThreads } from "./collected-threads.tsx";
import { CollectionFields } from "./collection-fields.tsx";
import { CollectionLinks } from "./collection-links.tsx";
import styles from "./collections.module.css";

export type CollectionPageProps = {
  readonly page: Page_;
  readonly answer: FormAnswer<{ readonly link: string } | undefined> | undefined;
};

/** A collection: its threads in order, and for staff what puts it together and shows it to others. */
export function CollectionPage({ page, answer }: CollectionPageProps) {
  const { mayCurate, entries, lost } = page;
  const last = entries.length;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h2 dir="auto">{page.title}</h2>
          <p className={styles.facts}>
            {[words.threads(page.threads), page.isShown ? words.forMembers : words.forStaffOnly].join(" · ")}
          </p>
        </div>
        <div className={styles.tools}>
          {(["html", "markdown"] as const).map((format) => (
            <ButtonLink key={format} to={`export/${format}`} reloadDocument size="s" icon="download">
              {words.formats[format]}
            </ButtonLink>
          ))}
        </div>
      </header>
      {page.removedAt === null ? null : (
        <Notice actions={<RowForm intent="restore" button={words.restore} icon="undo" />}>{words.isRemoved}</Notice>
      )}
      {page.description === "" ? null : (
        <p className={styles.lede} dir="auto">
          {page.description}
        </p>
      )}
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {entries.length === 0 ? <EmptyState title={words.empty}>{words.noneHint}</EmptyState> : null}
      <CollectedThreads
        entries={entries}
        {...(mayCurate ? { tools: (entry, n) => <Tools entry={entry} n={n} isLast={n === last} /> } : {})}
      />
      {lost.length === 0 ? null : (
        <Notice actions={<RowForm intent="drop-lost" button={words.lostTake} />}>{words.lost(lost.length)}</Notice>
      )}
      {mayCurate ? (
        <div className={styles.staff}>
          <Curating page={page} answer={answer} />
        </div>
      ) : null}
    </div>
  );
}

type ToolsProps = { readonly entry: CollectedThread; readonly n: number; readonly isLast: boolean };

function Tools({ entry, n, isLast }: ToolsProps) {
  return (
    <div className={styles.tools}>
      <Form method="post" preventScrollReset className={styles.tools}>
        <input type="hidden" name="root" value={entry.root} />
        {n === 1 ? null : <IconButton type="submit" icon="chevronUp" label={words.up(n)} name={INTENT} value="up" />}
        {isLast ? null : (
          <IconButton type="submit" icon="chevronDown" label={words.down(n)} name={INTENT} value="down" />
        )}
      </Form>
      <Disclosure summary={words.remark}>
        <RowForm key={entry.remark} intent="remark" fields={{ root: entry.root }} button={words.remarkSave}>
          <TextArea
            name="remark"
            label={words.remark}
            hideLabel
            rows={2}
            maxLength={MAX_REMARK}
            defaultValue={entry.remark}
          />
        </RowForm>
      </Disclosure>
      <RowForm intent="take-out" fields={{ root: entry.root }} button={words.takeOut} kind="danger" />
    </div>
  );
}

function Curating({ page, answer }: CollectionPageProps) {
  return (
    <>
      <CollectionLinks links={page.links} answer={answer} />
      <Section title={words.edit}>
        <Form method="post">
          <Stack>
            <CollectionFields key={page.title} collection={page} answer={undefined} />
            <div>
              <SubmitButton intent="edit" kind="plain">
                {words.save}
              </SubmitButton>
            </div>
          </Stack>
        </Form>
      </Section>
      {page.removedAt === null ? (
        <Section title={words.remove} hint={words.removeHint}>
          <RowForm intent="remove" button={words.remove} kind="danger" />
        </Section>
      ) : null}
      <p>
        <Link to=".." relative="path">
          {words.title}
        </Link>
      </p>
    </>
  );
}
