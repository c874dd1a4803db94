import type { GroupKind, VocabularyTag } from "#app/context/vocabulary.ts";
import { Badge } from "#app/ui/chip.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ListRow } from "#app/ui/list.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { KindFields, TagFields } from "./vocabulary-fields.tsx";
import styles from "./vocabulary-page.module.css";

const words = discussionWords.vocabulary;

/** A tag with its colour and what it stands for. */
export function TagRow({ tag, mayEdit }: { readonly tag: VocabularyTag; readonly mayEdit: boolean }) {
  return (
    <ListRow
      start={<span className={classNames(styles.dot, tag.colour && styles[tag.colour])} aria-hidden="true" />}
      title={<span dir="auto">{tag.name}</span>}
      line={tag.meaning === "" ? null : <span dir="auto">{tag.meaning}</span>}
      end={
        mayEdit ? (
          <Disclosure look="panel" icon="pencil" summary={words.change(tag.name)}>
            <RowForm intent="edit-tag" fields={{ key: tag.key }} button={words.save} kind="primary">
              <TagFields tag={tag} />
            </RowForm>
            <RowForm intent="retire-tag" fields={{ key: tag.key }} button={words.remove} kind="danger" />
          </Disclosure>
        ) : null
      }
    />
  );
}

/** A kind of notes that the group made. */
export function KindRow({ kind, mayEdit }: { readonly kind: GroupKind; readonly mayEdit: boolean }) {
  const fields = { kind: kind.id };
  return (
    <ListRow
      title={
        <>
          <span dir="auto">{kind.name}</span>
          {kind.isRetired ? <Badge>{words.retired}</Badge> : null}
        </>
      }
      line={kind.meaning === "" ? null : <span dir="auto">{kind.meaning}</span>}
      end={
        mayEdit ? (
          <Disclosure look="panel" icon="pencil" summary={words.change(kind.name)}>
            <RowForm intent="edit-kind" fields={fields} button={words.save} kind="primary">
              <KindFields kind={kind} />
            </RowForm>
            {kind.isRetired ? (
              <RowForm intent="offer-kind" fields={fields} button={words.offer} icon="undo" />
            ) : (
              <RowForm intent="retire-kind" fields={fields} button={words.retire} kind="danger" />
            )}
          </Disclosure>
        ) : null
      }
    />
  );
}
