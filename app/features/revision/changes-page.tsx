import { Link } from "@remix-run/react";
import type { RevisedText, RevisionChanges } from "#app/context/revisions.ts";
import type { Changed } from "#app/domain/document/changed-paragraphs.ts";
import { ChangedParts } from "#app/ui/changed-words.tsx";
import { Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { revisionWords } from "#app/words/revisions.ts";
import styles from "./revisions.module.css";

const words = revisionWords.changes;

export type ChangesPageProps = { readonly text: RevisedText; readonly revision: Omit<RevisionChanges, "text"> };

/** What a revision changed, in the order of the text; what stayed is counted. */
export function ChangesPage({ text, revision }: ChangesPageProps) {
  const { n, at, by, remark, changes } = revision;
  const isEmpty = changes.every(({ kind }) => kind === "same");
  return (
    <Page width="list">
      <PageHead title={words.title(n)}>
        <Time at={at} form="moment" />
        {by === null ? null : <> · {revisionWords.list.by(by.name)}</>}
        {" · "}
        <Link to={`/t/${text.id}/revisions`}>{words.back}</Link>
      </PageHead>
      {remark === "" ? null : <p className={styles.remark}>{remark}</p>}
      {isEmpty ? (
        <p>{n === 1 ? words.first : words.none}</p>
      ) : (
        <div className={styles.changes} lang={text.language || undefined} dir={text.dir}>
          {changes.map((change, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
            <Paragraph key={place} change={change} />
          ))}
        </div>
      )}
    </Page>
  );
}

function Paragraph({ change }: { readonly change: Changed }) {
  switch (change.kind) {
    case "same":
      return (
        <p className={styles.same} dir="auto">
          {words.same(change.paragraphs)}
        </p>
      );
    case "changed":
      return (
        <p>
          <ChangedParts parts={change.parts} />
        </p>
      );
    case "moved":
      return (
        <p className={styles.moved}>
          <span className={styles.sign}>{words.moved}</span> {change.text}
        </p>
      );
    case "added":
    case "removed": {
      const Mark = change.kind === "added" ? "ins" : "del";
      return (
        <p className={styles[change.kind]}>
          <VisuallyHidden>{words[change.kind]}: </VisuallyHidden>
          <Mark>{change.text}</Mark>
        </p>
      );
    }
  }
}
