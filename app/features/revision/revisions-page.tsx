import { Link } from "@remix-run/react";
import type { RevisionList, TextRevision } from "#app/context/revisions.ts";
import { targetStates } from "#app/domain/annotation/annotation.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Notice, Page, PageHead } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { revisionWords } from "#app/words/revisions.ts";
import styles from "./revisions.module.css";

const words = revisionWords.list;

export type RevisionsPageProps = {
  readonly list: RevisionList;
  /** The one that was published a moment ago. */
  readonly published: number | null;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** Every state that the text has had, what became of the notes in each, and the way back. */
export function RevisionsPage({ list, published, answer }: RevisionsPageProps) {
  const { text, revisions, mayEdit, adrift } = list;
  const newest = revisions[0]?.n ?? 1;
  return (
    <Page width="list">
      <PageHead
        title={words.title}
        actions={
          mayEdit ? (
            <>
              <ButtonLink to={`/g/${text.groupId}/add?revises=${text.id}`} kind="quiet" icon="plus">
                {words.again}
              </ButtonLink>
              <ButtonLink to={`/t/${text.id}/edit`} icon="pencil">
                {revisionWords.edit.link}
              </ButtonLink>
            </>
          ) : null
        }
      >
        <Link to={`/t/${text.id}`} reloadDocument>
          {text.title}
        </Link>
      </PageHead>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {published === null || answer !== undefined ? null : (
        <FormMessage kind="done">{words.published(published)}</FormMessage>
      )}
      {adrift > 0 ? (
        <Notice
          actions={
            <ButtonLink to={`/t/${text.id}/adrift`} size="s">
              {words.place}
            </ButtonLink>
          }
        >
          {words.adrift(adrift)}
        </Notice>
      ) : null}
      <List>
        {revisions.map((revision) => (
          <ListRow
            key={revision.n}
            start={revision.by === null ? null : <Avatar face={revision.by} />}
            title={words.heading(revision.n)}
            line={<Line revision={revision} isNewest={revision.n === newest} />}
            end={
              <>
                {revision.n === 1 ? null : (
                  <ButtonLink to={`/t/${text.id}/revisions/${revision.n}`} size="s" kind="quiet">
                    {words.show}
                  </ButtonLink>
                )}
                {mayEdit && revision.n !== newest ? (
                  <Disclosure look="button" icon="undo" summary={words.back}>
                    <p>{words.backAsk(revision.n)}</p>
                    <RowForm intent="restore" fields={{ base: list.base, n: String(revision.n) }} button={words.back} />
                  </Disclosure>
                ) : null}
              </>
            }
          >
            {revision.remark === "" ? null : <p className={styles.remark}>{revision.remark}</p>}
            <Carried revision={revision} />
          </ListRow>
        ))}
      </List>
    </Page>
  );
}

function Line({ revision, isNewest }: { readonly revision: TextRevision; readonly isNewest: boolean }) {
  const { n, at, by, restores } = revision;
  return (
    <>
      <Time at={at} form="moment" />
      {by === null ? null : <> · {words.by(by.name)}</>}
      {n === 1 ? <> · {words.first}</> : null}
      {restores === null ? null : <> · {words.restores(restores)}</>}
      {isNewest ? (
        <>
          {" · "}
          <strong className={styles.now}>{words.now}</strong>
        </>
      ) : null}
    </>
  );
}

function Carried({ revision: { n, carried } }: { readonly revision: TextRevision }) {
  if (n === 1) return null;
  if (carried === null) return <p className={styles.carried}>{words.following}</p>;
  const counts = targetStates.filter((state) => carried[state] > 0);
  if (counts.length === 0) return null;
  return (
    <ul className={styles.carried}>
      {counts.map((state) => (
        <li key={state} className={state === "lost" || state === "uncertain" ? styles.wanting : undefined}>
          {words.carried[state](carried[state])}
        </li>
      ))}
    </ul>
  );
}
