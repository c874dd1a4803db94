import { useEffect, useRef, useState } from "react";
import type { Colour, Kind } from "#app/domain/annotation/annotation.ts";
import { isPostable } from "#app/live/draft-field.tsx";
import type { Note } from "#app/live/note.ts";
import { useDraft } from "#app/live/use-draft.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { readingWords } from "#app/words/reading.ts";
import { ApprovalLine } from "./approval-line.tsx";
import { FoldToggle, foldedUnless } from "./fold-toggle.tsx";
import { shownKind } from "./kinds.ts";
import { NoteChoices } from "./note-choices.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";
import { useAudience } from "./use-audience.ts";
import styles from "./writing.module.css";
import { WritingField } from "./writing-field.tsx";

const words = readingWords.thread;

type Choices = { readonly colour: Colour; readonly kind: Kind | null; readonly tags: readonly string[] };

/** A note while its author changes it; the first one of a thread with its colour, kind and tags. */
export function EditBox({
  note,
  addressee,
  initial,
  onDone,
}: {
  readonly note: Note;
  readonly addressee: Note;
  readonly initial: string;
  readonly onDone: () => void;
}) {
  const { person, document, edit } = useThreadSurroundings();
  const [choices, setChoices] = useState<Choices>({ colour: note.colour ?? "amber", kind: note.kind, tags: note.tags });
  const place = `edit/${note.id}`;
  const { body, setBody, clear, kept } = useDraft({ person, document, place }, initial, choices);
  useEffect(() => {
    if (isChoices(kept)) setChoices(kept);
  }, [kept]);
  // What others change while it is being edited must not be overwritten unseen.
  const [saveBegun] = useState(() => edit(note));
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.setSelectionRange(-1, -1);
  }, []);
  const leave = () => {
    clear();
    onDone();
  };
  const isRoot = note.parent === null;
  const save = () => {
    if (!isPostable(body)) return;
    const isChanged = body.trim() !== note.body || (isRoot && isOther(choices, note));
    if (isChanged || note.refusal !== null) saveBegun({ body: body.trim(), ...(isRoot && choices) });
    leave();
  };
  const asks = note.motivation === "questioning";
  const [isFull, setFull] = useState(false);
  return (
    <div className={classNames(styles.editor, foldedUnless(isFull))}>
      <WritingField
        area={area}
        label={words.edit}
        placeholder=""
        audience={useAudience(note.placement, addressee)}
        passage={note.target?.selector[1].exact ?? null}
        hasTools
        value={body}
        onChange={setBody}
        onPost={save}
        onLeave={onDone}
      />
      {isRoot ? (
        <NoteChoices
          name={place}
          colour={choices.colour}
          kind={choices.kind ?? shownKind(note) ?? "note"}
          tags={choices.tags}
          placement={null}
          hasKind={(kind) => (kind === "question") === asks}
          onColour={(colour) => setChoices({ ...choices, colour })}
          onKind={(kind) => setChoices({ ...choices, kind: kind === "note" || kind === "question" ? null : kind })}
          onTags={(tags) => setChoices({ ...choices, tags })}
          onPlacement={() => undefined}
        />
      ) : null}
      {note.placement === "everyone" ? <ApprovalLine thread={note.root} /> : null}
      <div className={styles.actions}>
        <FoldToggle isOpen={isFull} onToggle={setFull} label={discussionWords.format.label}>
          <Icon name="text" size="s" />
        </FoldToggle>
        <Button size="s" kind="quiet" onClick={leave}>
          {words.cancel}
        </Button>
        <Button size="s" kind="primary" aria-disabled={!isPostable(body)} onClick={save}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}

function isOther({ colour, kind, tags }: Choices, note: Note): boolean {
  return colour !== note.colour || kind !== note.kind || tags.join("\n") !== note.tags.join("\n");
}

function isChoices(value: unknown): value is Choices {
  if (typeof value !== "object" || value === null) return false;
  const { colour, tags } = value as Partial<Choices>;
  return typeof colour === "string" && Array.isArray(tags);
}
