import type { VocabularyPage } from "#app/context/vocabulary.ts";
import { SelectField } from "#app/ui/field.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { discussionWords } from "#app/words/discussion.ts";

const words = discussionWords.vocabulary;

/** Making one tag of two, and the way back. */
export function TagChanges({ vocabulary }: { readonly vocabulary: VocabularyPage }) {
  const { tags, freeTags, changes } = vocabulary;
  const choices = [...tags, ...freeTags].map(({ key, name }) => ({ value: key, label: name }));
  if (choices.length < 2 && changes.length === 0) return null;
  return (
    <Section title={words.merge} hint={words.mergeHint}>
      {choices.length < 2 ? null : (
        <RowForm key={changes.length} intent="merge-tags" button={words.doMerge}>
          <SelectField name="from" label={words.from} choices={choices} defaultValue={choices.at(-1)?.value} />
          <SelectField name="into" label={words.into} choices={choices} defaultValue={choices[0]?.value} />
        </RowForm>
      )}
      {changes.length === 0 ? null : (
        <>
          <h3>{words.changes}</h3>
          <List>
            {changes.map(({ id, kind, from, to, at }) => (
              <ListRow
                key={id}
                title={<span dir="auto">{kind === "merge" ? words.merged(from, to) : words.renamed(from, to)}</span>}
                line={<Time at={at} />}
                end={<RowForm intent="undo-tags" fields={{ change: id }} button={words.takeBack} icon="undo" />}
              />
            ))}
          </List>
        </>
      )}
    </Section>
  );
}
