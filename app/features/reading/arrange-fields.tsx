import { useEffect, useState } from "react";
import { quotation } from "#app/domain/annotation/annotation.ts";
import { useNameOf } from "#app/features/thread/note-head.tsx";
import { isTombstone, type Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { CheckField, RadioRow, SelectField, TextField } from "#app/ui/field.tsx";
import { Stack } from "#app/ui/page.tsx";
import { curationWords as words } from "#app/words/curation.ts";
import { readingWords } from "#app/words/reading.ts";
import { numberOf } from "./block-number.ts";
import { useReadingRoom } from "./reading-context.tsx";

/** UTF-16 code units by which a note is known in a list. */
const SHOWN = 90;

/** Which replies begin a new thread, and at which passage. */
export function SplitFields({ thread }: { readonly thread: Thread }) {
  const nameOf = useNameOf();
  const form = words.splitForm;
  const shown = thread.replies.filter((note) => !isTombstone(note) && note.placement === "everyone");
  return (
    <>
      <fieldset>
        <legend>{form.which}</legend>
        <Stack gap="s">
          {shown.map((note) => (
            <CheckField
              key={note.id}
              name="notes"
              value={note.id}
              label={
                <>
                  <b>{nameOf(note)}</b> {beginning(note)}
                </>
              }
            />
          ))}
        </Stack>
      </fieldset>
      <p>{form.hint}</p>
      <PassageFields hasSame />
    </>
  );
}

/** Which thread takes this one in. */
export function MergeFields({ thread }: { readonly thread: Thread }) {
  const { notes, page } = useReadingRoom();
  const nameOf = useNameOf();
  const form = words.mergeForm;
  const others = notes.threads.filter(({ id, root }) => id !== thread.id && root.placement === "everyone");
  if (others.length === 0) return <p>{form.none}</p>;
  // Those whose passages overlap come first: they most often say the same.
  const overlaps = ({ span }: Thread) =>
    span !== null && thread.span !== null && span.start < thread.span.end && thread.span.start < span.end;
  const sorted = [...others.filter(overlaps), ...others.filter((one) => !overlaps(one))];
  const choices = sorted.map(({ id, root }) => {
    const number = root.target === null ? null : numberOf(page.blocks, root.target.selector[0].start);
    const place = number === null ? "" : `${readingWords.paragraph(number)} `;
    return { value: id, label: `${place}${nameOf(root)}: ${beginning(root)}` };
  });
  return (
    <>
      <SelectField name="into" label={form.into} choices={choices} />
      <p>{form.hint}</p>
    </>
  );
}

/** To which text and passage a thread goes. */
export function MoveFields() {
  const { page } = useReadingRoom();
  const here = { value: page.document.id, label: page.document.title };
  const [texts, setTexts] = useState([here]);
  const [text, setText] = useState(here.value);
  const document = page.document.id;
  useEffect(() => {
    void fetch(`/t/${document}/curate?texts`, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((found: { texts: readonly { id: string; title: string }[] } | null) => {
        if (found !== null) setTexts(found.texts.map(({ id, title }) => ({ value: id, label: title })));
      })
      .catch(() => undefined);
  }, [document]);
  return (
    <>
      <SelectField
        name="text"
        label={words.moveForm.text}
        choices={texts}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <PassageFields hasSame={false} isElsewhere={text !== document} />
    </>
  );
}

type PassageProps = { readonly hasSame: boolean; readonly isElsewhere?: boolean };

/** Where in the text: as before, nowhere in particular, a paragraph by its number, or the words that are selected. */
function PassageFields({ hasSame, isElsewhere = false }: PassageProps) {
  const { selection, geometry } = useReadingRoom();
  // Pressing a field takes the selection away; what was selected when the form opened is meant.
  const [selected] = useState(selection);
  const isSelectable = selected !== null && !isElsewhere;
  const form = words.passage;
  const choices = [
    ...(hasSame ? [{ value: "same", label: form.same }] : []),
    { value: "paragraph", label: form.paragraph },
    { value: "whole", label: form.whole },
    ...(isSelectable ? [{ value: "words", label: form.words }] : []),
  ];
  return (
    <>
      <RadioRow
        key={String(isSelectable)}
        name="passage"
        legend={form.label}
        choices={choices}
        defaultValue={choices[0]?.value ?? "whole"}
      />
      <TextField name="paragraph" label={form.number} inputMode="numeric" pattern="[0-9]*" />
      {isSelectable && geometry !== null ? (
        <>
          <blockquote>{geometry.index.text.slice(selected.start, selected.end).slice(0, SHOWN)}</blockquote>
          <input type="hidden" name="start" value={selected.start} />
          <input type="hidden" name="end" value={selected.end} />
        </>
      ) : null}
    </>
  );
}

function beginning(note: Note): string {
  const said = note.body === "" && note.target !== null ? quotation(note.target) : note.body;
  return said.length <= SHOWN ? said : `${said.slice(0, SHOWN).trimEnd()}…`;
}
