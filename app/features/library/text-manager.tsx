import type { LibraryText } from "#app/context/documents.ts";
import { DELETION_GRACE } from "#app/domain/group/group.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Row } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { libraryWords as words } from "#app/words/library.ts";
import { revisionWords } from "#app/words/revisions.ts";

const GRACE_DAYS = DELETION_GRACE / (24 * 60 * 60 * 1000);

/** What is known about a text, archiving and deleting it, for those who may. */
export function TextManager({ text, group }: { readonly text: LibraryText; readonly group: string }) {
  const { "document.edit": mayEdit, "document.archive": mayArchive, "document.delete": mayDelete } = text.abilities;
  if (!mayEdit && !mayArchive && !mayDelete) return null;
  const home = `/g/${group}?index`;
  const fields = { text: text.id };
  return (
    <Disclosure look="panel" icon="more" summary={words.manage(text.title)}>
      {mayEdit ? (
        <Row>
          <ButtonLink size="s" icon="pencil" to={`/g/${group}/texts/${text.id}`}>
            {words.details.link}
          </ButtonLink>
          <ButtonLink size="s" icon="text" to={`/t/${text.id}/edit`}>
            {revisionWords.edit.link}
          </ButtonLink>
          <ButtonLink size="s" icon="clock" to={`/t/${text.id}/revisions`}>
            {revisionWords.list.link}
          </ButtonLink>
        </Row>
      ) : null}
      {mayArchive && text.archivedAt === null ? (
        <>
          <p>{words.archiveHint}</p>
          <RowForm action={home} intent="archive" fields={fields} button={words.archive} icon="archive" />
        </>
      ) : null}
      {mayArchive && text.archivedAt !== null ? (
        <RowForm action={home} intent="restore" fields={fields} button={words.restore} icon="undo" />
      ) : null}
      {mayDelete && text.deleteAfter === null ? (
        <>
          <p>{words.deleteHint(GRACE_DAYS)}</p>
          <RowForm action={home} intent="delete" fields={fields} button={words.delete} kind="danger" icon="trash" />
        </>
      ) : null}
      {mayDelete && text.deleteAfter !== null ? (
        <RowForm action={home} intent="keep" fields={fields} button={words.keep} icon="undo" />
      ) : null}
    </Disclosure>
  );
}
