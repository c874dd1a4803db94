import type { GroupKind, VocabularyTag } from "#app/context/vocabulary.ts";
import { colours, MAX_TAG } from "#app/domain/annotation/annotation.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { groupWords } from "#app/words/group.ts";

const words = discussionWords.vocabulary;

/** What a tag is; null for a new one. */
export function TagFields({ tag }: { readonly tag: VocabularyTag | null }) {
  const named = colours.map((value) => ({ value, label: groupWords.settings.colourNames[value] }));
  return (
    <>
      <Named one={tag} />
      <SelectField
        name="colour"
        label={words.colour}
        choices={[{ value: "", label: words.noColour }, ...named]}
        defaultValue={tag?.colour ?? ""}
      />
    </>
  );
}

/** What a kind is; null for a new one. */
export function KindFields({ kind }: { readonly kind: GroupKind | null }) {
  return <Named one={kind} />;
}

function Named({ one }: { readonly one: { readonly name: string; readonly meaning: string } | null }) {
  return (
    <>
      <TextField name="name" label={words.name} required maxLength={MAX_TAG} defaultValue={one?.name} />
      <TextField name="meaning" label={words.meaning} maxLength={200} defaultValue={one?.meaning} />
    </>
  );
}
