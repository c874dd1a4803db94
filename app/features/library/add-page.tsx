import { Form } from "@remix-run/react";
import { type ClipboardEvent, type DragEvent, type FormEvent, useState } from "react";
import type { StorageUse } from "#app/context/documents.ts";
import { MAX_ARCHIVE_BYTES } from "#app/domain/document/source-size.ts";
import { Button } from "#app/ui/button.tsx";
import { FormMessage, TextArea, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Row, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { libraryWords } from "#app/words/library.ts";
import styles from "./add-page.module.css";
import { richPaste } from "./rich-paste.ts";
import { StorageLine } from "./storage-line.tsx";

const words = libraryWords.add;

export type AddPageProps = {
  readonly storage: StorageUse;
  /** The text of which it shall be a new revision; null for a new text. */
  readonly revises: { readonly id: string; readonly title: string } | null;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** Pasting a text, choosing a file or giving an address; what it became is shown on the next page. */
export function AddPage({ storage, revises, answer }: AddPageProps) {
  const [rich, setRich] = useState<string | null>(null);
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const replacesAll = selectionEnd - selectionStart === value.length;
    setRich(replacesAll ? richPaste(event.clipboardData.getData("text/html")) : null);
  };
  const drop = useFileDrop();
  const [tooLarge, setTooLarge] = useState<number | null>(null);
  // The server refuses it as well, but only where a page of its own can say so.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const file = new FormData(event.currentTarget).get("file");
    const isTooLarge = file instanceof File && file.size > MAX_ARCHIVE_BYTES;
    setTooLarge(isTooLarge ? file.size : null);
    if (isTooLarge) event.preventDefault();
  };
  return (
    <div className={styles.page}>
      <p className={styles.sentence}>{revises === null ? words.sentence : words.revises(revises.title)}</p>
      <Form method="post" encType="multipart/form-data" className={styles.form} onSubmit={onSubmit} {...drop}>
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <TextArea
            name="text"
            label={words.paste}
            placeholder={words.pastePlaceholder}
            rows={14}
            className={styles.paste}
            dir="auto"
            onPaste={onPaste}
            onInput={(event) => {
              if ((event.nativeEvent as InputEvent).inputType !== "insertFromPaste") setRich(null);
            }}
            defaultValue={typedValue(answer, "text")}
            error={errorOf(answer, "text")}
          />
          {rich === null ? null : (
            <Row>
              <input type="hidden" name="rich" value={rich} />
              <span role="status">{words.rich}</span>
              <Button size="s" onClick={() => setRich(null)}>
                {words.plain}
              </Button>
            </Row>
          )}
          <p className={styles.or}>{words.or}</p>
          <TextField
            name="file"
            type="file"
            label={words.file}
            hint={words.fileHint}
            accept=".txt,.text,.md,.markdown,.html,.htm,.xhtml,.xml,.docx,.epub,.pdf,text/plain,text/markdown,text/html,application/epub+zip,application/pdf"
            error={tooLarge === null ? errorOf(answer, "file") : words.tooLarge(tooLarge, MAX_ARCHIVE_BYTES)}
          />
          <TextField
            name="address"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            label={words.address}
            hint={words.addressHint}
            defaultValue={typedValue(answer, "address")}
            error={errorOf(answer, "address")}
          />
          <Row>
            <SubmitButton>{words.button}</SubmitButton>
          </Row>
        </Stack>
      </Form>
      <StorageLine {...storage} />
    </div>
  );
}

/** A file that is let fall anywhere on the form is the one that it sends; words go where they are let fall. */
function useFileDrop() {
  const [isOver, setOver] = useState(false);
  const hasFile = (event: DragEvent<HTMLFormElement>) => event.dataTransfer.types.includes("Files");
  return {
    "data-over": isOver ? "" : undefined,
    onDragOver: (event: DragEvent<HTMLFormElement>) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLFormElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent<HTMLFormElement>) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      const field = event.currentTarget.elements.namedItem("file");
      if (field instanceof HTMLInputElement) field.files = event.dataTransfer.files;
    },
  };
}
