import { useState } from "react";
import { isTombstone, type Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { Button, IconButton } from "#app/ui/button.tsx";
import { Menu, MenuItem } from "#app/ui/menu.tsx";
import { readingWords } from "#app/words/reading.ts";
import { EditBox } from "./edit-box.tsx";
import { FollowItems } from "./follow-items.tsx";
import styles from "./note.module.css";
import { NoteHead } from "./note-head.tsx";
import { NoteWords } from "./note-words.tsx";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = readingWords.thread;

/** One note in an open thread: its words, what can be done with it, and what became of it. */
export function NoteView({ note, thread }: { readonly note: Note; readonly thread: Thread }) {
  const around = useThreadSurroundings();
  const [isEditing, setEditing] = useState(false);
  if (isTombstone(note)) return <p className={styles.tombstone}>{tombstoneOf(note)}</p>;
  const isHidden = note.status === "hidden" || note.status === "removed";
  return (
    <div className={styles.note} id={`note-${note.id}`}>
      <div className={styles.top}>
        <NoteHead note={note} />
        <NoteMenu note={note} thread={thread} onEdit={() => setEditing(true)} />
      </div>
      {isHidden ? <p className={styles.notice}>{words.hidden}</p> : null}
      {isEditing ? (
        <EditBox
          note={note}
          initial={(note.refusal && around.refusedWords(note.refusal.entry)) ?? note.body}
          onDone={() => setEditing(false)}
        />
      ) : note.body === "" ? null : (
        <NoteWords body={note.body} />
      )}
      {note.refusal === null || isEditing ? null : <Refusal note={note} onEdit={() => setEditing(true)} />}
    </div>
  );
}

type NoteMenuProps = { readonly note: Note; readonly thread: Thread; readonly onEdit: () => void };

function NoteMenu({ note, thread, onEdit }: NoteMenuProps) {
  const { isOwn, canPublish, canHide, remove, hide, restore, copyLink } = useThreadSurroundings();
  const isMine = isOwn(note.seat);
  const isHidden = note.status === "hidden";
  if (note.version === 0) return null;
  return (
    <Menu label={words.more} button={(props) => <IconButton {...props} size="s" icon="more" label={words.more} />}>
      <MenuItem icon="link" onSelect={() => copyLink(note)}>
        {words.copyLink}
      </MenuItem>
      {note.parent === null ? <FollowItems thread={thread} /> : null}
      {isMine && canPublish && !isHidden && note.body !== "" ? (
        <MenuItem icon="pencil" onSelect={onEdit}>
          {words.edit}
        </MenuItem>
      ) : null}
      {isMine ? (
        <MenuItem icon="trash" danger onSelect={() => remove(note)}>
          {words.remove}
        </MenuItem>
      ) : null}
      {!isMine && canHide && note.placement === "everyone" ? (
        <MenuItem icon={isHidden ? "eye" : "eyeOff"} onSelect={() => (isHidden ? restore(note) : hide(note))}>
          {isHidden ? words.restore : words.hide}
        </MenuItem>
      ) : null}
    </Menu>
  );
}

function Refusal({ note, onEdit }: { readonly note: Note; readonly onEdit: () => void }) {
  const { retry, discard, refusedWords, copyWords } = useThreadSurroundings();
  const refusal = note.refusal;
  if (refusal === null) return null;
  const kept = refusedWords(refusal.entry);
  return (
    <div className={styles.refusal} role="status">
      <p>{words.refused(refusal.sentence)}</p>
      <div className={styles.actions}>
        {kept === null ? null : (
          <>
            <Button size="s" kind="quiet" onClick={onEdit}>
              {words.editAgain}
            </Button>
            <Button size="s" kind="quiet" onClick={() => copyWords(kept)}>
              {words.copyWords}
            </Button>
          </>
        )}
        <Button size="s" kind="quiet" onClick={() => retry(refusal.entry)}>
          {words.tryAgain}
        </Button>
        <Button size="s" kind="danger" onClick={() => discard(refusal.entry)}>
          {words.discard}
        </Button>
      </div>
    </div>
  );
}

/** What stands where a note was, by what became of it. */
export function tombstoneOf({ status }: Note): string {
  const known: Readonly<Record<string, string>> = words.tombstone;
  return known[status] ?? words.tombstone.removed;
}
