import { lazy, type ReactNode, Suspense, useState } from "react";
import { ENDORSEMENT } from "#app/domain/annotation/reaction.ts";
import { isTombstone, type Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { IconButton } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Menu, MenuItem } from "#app/ui/menu.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { peopleWords } from "#app/words/people.ts";
import { readingWords } from "#app/words/reading.ts";
import { EditBox } from "./edit-box.tsx";
import { FoldedProse } from "./folded-prose.tsx";
import { FollowItems } from "./follow-items.tsx";
import styles from "./note.module.css";
import { NoteHead, notSeen, PrivateLine, useNameOf } from "./note-head.tsx";
import { NotePassages } from "./note-passages.tsx";
import { NoteTags } from "./note-tags.tsx";
import { QuestionLine, useMayAnswer } from "./question-line.tsx";
import { ReactionsBar } from "./reactions-bar.tsx";
import { Refusal } from "./refusal.tsx";
import { addresseeOf, type PlacedReply } from "./reply-tree.ts";
import { ReviewLine } from "./review-line.tsx";
import { type ThreadSurroundings, useThreadSurroundings } from "./thread-context.tsx";

const words = readingWords.thread;
const PassageStates = lazy(async () => ({ default: (await import("./passage-states.tsx")).PassageStates }));
const CurateItems = lazy(async () => ({ default: (await import("./curate-items.tsx")).CurateItems }));

export type NoteViewProps = Pick<PlacedReply, "note"> &
  Partial<Omit<PlacedReply, "note">> & {
    readonly thread: Thread;
    /** Begins a reply to this note; null where nobody may answer. */
    readonly onReply: ((note: Note) => void) | null;
  };

/** One note in an open thread: its words, what can be done with it, and what became of it. */
export function NoteView({ note, thread, level = 0, inReplyTo = null, onReply }: NoteViewProps) {
  const around = useThreadSurroundings();
  const nameOf = useNameOf();
  const [isEditing, setEditing] = useState(false);
  const [isUnfolded, setUnfolded] = useState(false);
  const place = classNames(styles.note, level === 1 && styles.level1, level === 2 && styles.level2);
  if (isTombstone(note)) return <p className={classNames(place, styles.tombstone)}>{tombstoneOf(note)}</p>;
  if (around.isIgnored(note.seat) && !isUnfolded) {
    return <Folded place={place} onShow={() => setUnfolded(true)} />;
  }
  const isSeen = note.status === "published" || note.status === "draft";
  const isRoot = note.id === thread.id;
  return (
    <div className={place} id={`note-${note.id}`} tabIndex={-1}>
      <div className={styles.top}>
        <NoteHead note={note} root={thread.root} isOpen />
        <NoteMenu note={note} thread={thread} onEdit={() => setEditing(true)} />
      </div>
      {inReplyTo === null ? null : (
        <p className={styles.inReplyTo}>{discussionWords.note.inReplyTo(nameOf(inReplyTo))}</p>
      )}
      <PrivateLine note={note} thread={thread} />
      <ReviewLine note={note} />
      {isSeen ? null : <div className={styles.notice}>{noticeOf(note, around)}</div>}
      {isEditing ? (
        <EditBox
          note={note}
          addressee={addresseeOf(note, thread)}
          initial={(note.refusal && around.refusedWords(note.refusal.entry)) ?? note.body}
          onDone={() => setEditing(false)}
        />
      ) : (
        <>
          {note.body === "" ? null : <FoldedProse body={note.body} />}
          <NotePassages note={note} />
          {hasStayed(note) ? null : (
            <Suspense>
              <PassageStates note={note} />
            </Suspense>
          )}
          <NoteTags tags={note.tags} />
        </>
      )}
      {isRoot ? <QuestionLine thread={thread} /> : null}
      {isEditing ? null : (
        <div className={styles.doing}>
          <ReactionsBar note={note} />
          {onReply === null ? null : (
            <button
              type="button"
              className={styles.answer}
              aria-label={words.replyTo(nameOf(note))}
              onClick={() => onReply(note)}
            >
              {words.reply}
            </button>
          )}
        </div>
      )}
      {note.refusal === null || isEditing ? null : <Refusal note={note} onEdit={() => setEditing(true)} />}
    </div>
  );
}

/** All passages of a note are where they were written. */
function hasStayed({ target, more }: Note): boolean {
  return [target, ...more].every((passage) => passage === null || passage.state === "exact");
}

/** In the place of a note by somebody whom the reader ignores. */
function Folded({ place, onShow }: { readonly place: string; readonly onShow: () => void }) {
  return (
    <p className={classNames(place, styles.tombstone)}>
      {peopleWords.ignoring.folded}{" "}
      <button type="button" className={styles.answer} onClick={onShow}>
        {peopleWords.ignoring.show}
      </button>
    </p>
  );
}

type NoteMenuProps = { readonly note: Note; readonly thread: Thread; readonly onEdit: () => void };

function NoteMenu({ note, thread, onEdit }: NoteMenuProps) {
  const around = useThreadSurroundings();
  const { isOwn, canPublish, canHide, canEndorse, remove, hide, restore, copyLink, react, answer, tools } = around;
  const author = around.who(note.seat);
  const mayAnswer = useMayAnswer(thread);
  const isMine = isOwn(note.seat);
  const isHidden = note.status === "hidden";
  const isGone = note.status === "removed" || note.status === "spam";
  const isAnswer = thread.root.said?.state === "answered" && thread.root.said.answer === note.id;
  const isEndorsed = note.reactions[ENDORSEMENT]?.some(isOwn) ?? false;
  if (note.version === 0) return null;
  return (
    <Menu label={words.more} button={(props) => <IconButton {...props} size="s" icon="more" label={words.more} />}>
      <MenuItem icon="link" onSelect={() => copyLink(note)}>
        {words.copyLink}
      </MenuItem>
      {note.parent === null ? <FollowItems thread={thread} /> : null}
      {mayAnswer && note.id !== thread.id && !isAnswer ? (
        <MenuItem icon="check" onSelect={() => answer(thread.root, note.id)}>
          {discussionWords.question.answer}
        </MenuItem>
      ) : null}
      {canEndorse && !isMine && !isHidden ? (
        <MenuItem icon="endorse" onSelect={() => react(note, ENDORSEMENT, !isEndorsed)}>
          {isEndorsed ? discussionWords.note.unendorse : discussionWords.note.endorse}
        </MenuItem>
      ) : null}
      {isMine && canPublish && note.status !== "spam" && note.body !== "" ? (
        <MenuItem icon="pencil" onSelect={onEdit}>
          {words.edit}
        </MenuItem>
      ) : null}
      {isMine ? (
        <MenuItem icon="trash" danger onSelect={() => remove(note)}>
          {words.remove}
        </MenuItem>
      ) : null}
      {!isMine && canHide && !isGone && note.status !== "held" && note.placement === "everyone" ? (
        <MenuItem icon={isHidden ? "eye" : "eyeOff"} onSelect={() => (isHidden ? restore(note) : hide(note))}>
          {isHidden ? words.restore : words.hide}
        </MenuItem>
      ) : null}
      {author === null || isMine || around.isIgnored(note.seat) ? null : (
        <MenuItem icon="bellOff" onSelect={() => around.ignore(note.seat)}>
          {peopleWords.ignoring.ignore(author.name)}
        </MenuItem>
      )}
      {tools.menu(note)}
      <Suspense>
        <CurateItems note={note} thread={thread} />
      </Suspense>
    </Menu>
  );
}

/** Why readers do not see it: its author is told more than staff, who know. */
function noticeOf(note: Note, { isOwn, tools }: ThreadSurroundings): ReactNode {
  if (isOwn(note.seat)) return tools.standing(note);
  return note.status === "hidden" ? words.hidden : notSeen(note);
}

/** What stands where a note was, by what became of it. */
export function tombstoneOf({ status }: Note): string {
  const known: Readonly<Record<string, string>> = words.tombstone;
  return known[status] ?? words.tombstone.removed;
}
