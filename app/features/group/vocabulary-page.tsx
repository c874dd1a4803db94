import type { VocabularyPage as Vocabulary } from "#app/context/vocabulary.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { List } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { TagChanges } from "./tag-changes.tsx";
import { KindFields, TagFields } from "./vocabulary-fields.tsx";
import styles from "./vocabulary-page.module.css";
import { KindRow, TagRow } from "./vocabulary-rows.tsx";

export type VocabularyPageProps = {
  readonly vocabulary: Vocabulary;
  readonly answer: FormAnswer<unknown> | undefined;
};

const words = discussionWords.vocabulary;

/** What the group calls things: its tags with colour and meaning, and its own kinds of notes. Members read it, teachers keep it. */
export function VocabularyPage({ vocabulary, answer }: VocabularyPageProps) {
  const { tags, freeTags, kinds, mayEdit } = vocabulary;
  return (
    <div className={styles.page}>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      <Section title={words.tags} hint={words.tagsHint}>
        {tags.length === 0 ? <p className={styles.none}>{words.noTags}</p> : null}
        <List>
          {tags.map((tag) => (
            <TagRow key={`${tag.key} ${tag.name} ${tag.colour} ${tag.meaning}`} tag={tag} mayEdit={mayEdit} />
          ))}
        </List>
        {mayEdit ? (
          <Disclosure look="button" icon="plus" summary={words.addTag}>
            <RowForm key={tags.length} intent="add-tag" button={words.addTag} kind="primary">
              <TagFields tag={null} />
            </RowForm>
          </Disclosure>
        ) : null}
      </Section>
      {freeTags.length === 0 ? null : (
        <Section title={words.free} hint={words.freeHint}>
          <ul className={styles.free}>
            {freeTags.map(({ key, name }) => (
              <li key={key}>
                <span dir="auto">{name}</span>
                <RowForm intent="add-tag" fields={{ name }} button={words.take} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mayEdit ? <TagChanges vocabulary={vocabulary} /> : null}
      <Section title={words.kinds} hint={words.kindsHint}>
        {kinds.length === 0 ? <p className={styles.none}>{words.noKinds}</p> : null}
        <List>
          {kinds.map((kind) => (
            <KindRow key={`${kind.id} ${kind.name} ${kind.meaning}`} kind={kind} mayEdit={mayEdit} />
          ))}
        </List>
        {mayEdit ? (
          <Disclosure look="button" icon="plus" summary={words.addKind}>
            <RowForm key={kinds.length} intent="add-kind" button={words.addKind} kind="primary">
              <KindFields kind={null} />
            </RowForm>
          </Disclosure>
        ) : null}
      </Section>
    </div>
  );
}
