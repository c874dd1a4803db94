import type { ReactNode } from "react";
import type { LibraryText, StorageUse } from "#app/context/documents.ts";
import type { GroupPage } from "#app/context/groups.ts";
import { isOpen } from "#app/domain/group/group.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Notice } from "#app/ui/page.tsx";
import { libraryWords } from "#app/words/library.ts";
import styles from "./library-page.module.css";
import { nextStep } from "./next-step.ts";
import { StorageLine } from "./storage-line.tsx";
import { TextRow } from "./text-row.tsx";

export type LibraryPageProps = {
  readonly group: GroupPage;
  readonly texts: readonly LibraryText[];
  /** Null for who may not add a text. */
  readonly storage: StorageUse | null;
  readonly answer: FormAnswer<unknown> | undefined;
  /** What else can be done with a text, for its row. */
  readonly toolsOf: (text: LibraryText) => ReactNode;
};

/** The texts of a group, and the next step where there is nothing to do yet. */
export function LibraryPage({ group, texts, storage, answer, toolsOf }: LibraryPageProps) {
  const current = texts.filter((text) => text.archivedAt === null);
  const step = isOpen(group) ? nextStep(group.role, current) : null;
  const archived = texts.filter((text) => text.archivedAt !== null);
  return (
    <div className={styles.page}>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {current.length === 0 ? <NoTexts group={group} /> : null}
      {step === null ? null : (
        <Notice>
          <strong>{libraryWords.next[step].title}</strong> {libraryWords.next[step].sentence}
        </Notice>
      )}
      <ul className={styles.texts}>
        {current.map((text) => (
          <TextRow key={text.id} text={text} group={group.id} tools={toolsOf(text)} />
        ))}
      </ul>
      {archived.length > 0 ? (
        <Disclosure summary={libraryWords.archived(archived.length)}>
          <ul className={styles.texts}>
            {archived.map((text) => (
              <TextRow key={text.id} text={text} group={group.id} tools={toolsOf(text)} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {storage === null || texts.length === 0 ? null : <StorageLine {...storage} />}
    </div>
  );
}

function NoTexts({ group }: { readonly group: GroupPage }) {
  const { empty, add } = libraryWords;
  if (!group.abilities["document.add"]) return <EmptyState title={empty.memberTitle}>{empty.member}</EmptyState>;
  return (
    <EmptyState
      title={empty.teacherTitle}
      action={
        <>
          <ButtonLink kind="primary" to={`/g/${group.id}/add`}>
            {add.link}
          </ButtonLink>
          {group.members < 2 && group.abilities["group.invite"] ? (
            <ButtonLink to={`/g/${group.id}/invitations`}>{empty.invite}</ButtonLink>
          ) : null}
        </>
      }
    >
      {empty.teacher}
    </EmptyState>
  );
}
