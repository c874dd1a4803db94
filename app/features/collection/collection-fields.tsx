import { MAX_DESCRIPTION, MAX_TITLE } from "#app/domain/collection/collection.ts";
import { CheckField, TextArea, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { collectionWords as words } from "#app/words/collections.ts";

export type CollectionFieldsProps = {
  /** Null for a new one. */
  readonly collection: { readonly title: string; readonly description: string; readonly isShown: boolean } | null;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** What a collection says of itself. */
export function CollectionFields({ collection, answer }: CollectionFieldsProps) {
  return (
    <>
      <TextField
        name="title"
        label={words.name}
        required
        maxLength={MAX_TITLE}
        defaultValue={typedValue(answer, "title", collection?.title ?? "")}
        error={errorOf(answer, "title")}
      />
      <TextArea
        name="description"
        label={words.description}
        rows={3}
        maxLength={MAX_DESCRIPTION}
        defaultValue={typedValue(answer, "description", collection?.description ?? "")}
        error={errorOf(answer, "description")}
      />
      <CheckField name="isShown" value="on" label={words.shown} defaultChecked={collection?.isShown ?? true} />
    </>
  );
}
