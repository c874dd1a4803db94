import { type ReactNode, type RefObject, useEffect, useState } from "react";
import { outranks } from "#app/domain/group/group.ts";
import { isPostable } from "#app/live/draft-field.tsx";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { useDraft } from "#app/live/use-draft.ts";
import { Button, IconButton } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { readingWords } from "#app/words/reading.ts";
import { ApprovalLine } from "./approval-line.tsx";
import { useWait, WaitLine } from "./curation-marks.tsx";
import { FoldToggle, foldedUnless } from "./fold-toggle.tsx";
import { useNameOf } from "./note-head.tsx";
import { addresseeOf } from "./reply-tree.ts";
import { useThreadSurroundings } from "./thread-context.tsx";
import { useAudience } from "./use-audience.ts";
import styles from "./writing.module.css";
import { WritingField } from "./writing-field.tsx";

const words = readingWords.thread;

/** Which note a reply answers, by its id, and whether only its author and staff shall see it. */
export type Answering = { readonly parent: string; readonly privately: boolean };

export type ReplyBoxProps = {
  readonly thread: Thread;
  readonly area: RefObject<HTMLTextAreaElement>;
  readonly answering: Answering;
  readonly onAnswering: (answering: Answering) => void;
  /** Who else is replying, where the hint stands otherwise. */
  readonly typing: ReactNode;
  /** Called with true while the cursor is in the box. */
  readonly onActive: (isActive: boolean) => void;
};

/** Where a thread is answered; `data-reply` lets the R key find it. */
export function ReplyBox({ thread, area, answering, onAnswering, typing, onActive }: ReplyBoxProps) {
  const { person, document, reply, onWriting, who, role, isOwn, canReplyPrivately } = useThreadSurroundings();
  const nameOf = useNameOf();
  const wait = useWait(thread.root);
  const { id: root } = thread;
  const { body, setBody, clear, kept } = useDraft({ person, document, place: `reply/${root}` }, "", answering);
  const [isOpen, setOpen] = useState(false);
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    if (isAnswering(kept)) onAnswering(kept);
  }, [kept, onAnswering]);
  useEffect(() => () => onWriting(null), [onWriting]);

  const parent = thread.replies.find(({ id }) => id === answering.parent) ?? thread.root;
  const addressee = addresseeOf(parent, thread);
  const theirs = who(parent.seat)?.role ?? null;
  const mayHide =
    canReplyPrivately &&
    parent.placement === "everyone" &&
    !isOwn(parent.seat) &&
    theirs !== null &&
    outranks(role, theirs);
  const isPrivate = parent.placement === "staff" || (mayHide && answering.privately);
  const placement = isPrivate ? "staff" : thread.root.placement;
  const audience = useAudience(placement, addressee);
  const post = () => {
    if (!isPostable(body) || wait > 0) return;
    reply(parent, body.trim(), mayHide && answering.privately);
    clear();
    onAnswering({ parent: root, privately: false });
    onWriting(null);
    onActive(false);
    area.current?.focus({ preventScroll: true });
  };
  const isWritten = body.trim() !== "";
  return (
    <div className={classNames(styles.reply, foldedUnless(isFull))} data-reply={root}>
      <ReplyTo parent={parent} root={thread.root} onWhole={() => onAnswering({ ...answering, parent: root })} />
      <WritingField
        area={area}
        label={words.replyTo(nameOf(parent))}
        placeholder={hasKeys() ? words.replyHint(nameOf(parent)) : words.replyTo(nameOf(parent))}
        audience={audience}
        passage={thread.root.target?.selector[1].exact ?? null}
        hasTools={isOpen || isWritten}
        value={body}
        onChange={(value, shown) => {
          setBody(value);
          const isShown = value.trim() !== "";
          // Who is here is said to the whole group: what is written in an assignment is no matter of theirs.
          const isTold = isShown && who(thread.root.seat)?.room !== "among";
          onWriting(isTold ? { place: root, words: placement === "everyone" ? shown : "" } : null);
          onActive(isShown);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          // The rows below stay: if they went as a finger comes down elsewhere, what was aimed at would move away.
          onWriting(null);
          onActive(false);
        }}
        onPost={post}
        onLeave={() => {
          area.current?.blur();
          // Back to the note that was to be answered, from which J and K go on; a sheet has no card around it.
          area.current?.closest<HTMLElement>("article")?.focus({ preventScroll: true });
        }}
      />
      {isOpen || isWritten ? (
        <div className={styles.actions}>
          <div className={styles.hint}>
            {typing ?? <span className={styles.keys}>{readingWords.composer.hint}</span>}
          </div>
          <FoldToggle isOpen={isFull} onToggle={setFull} label={discussionWords.format.label}>
            <Icon name="text" size="s" />
          </FoldToggle>
          {mayHide ? (
            <button
              type="button"
              className={styles.toggle}
              aria-pressed={answering.privately}
              title={discussionWords.compose.privatelyOn(nameOf(addressee))}
              onClick={() => onAnswering({ ...answering, privately: !answering.privately })}
            >
              <Icon name="lock" size="s" />
              {discussionWords.compose.privately}
            </button>
          ) : null}
          <Button
            size="s"
            kind="primary"
            aria-disabled={!isPostable(body) || wait > 0}
            onPointerDown={(event) => event.preventDefault()}
            onClick={post}
          >
            {words.send}
          </Button>
        </div>
      ) : null}
      <WaitLine seconds={wait} />
      {(isOpen || isWritten) && placement === "everyone" ? <ApprovalLine thread={root} /> : null}
      {isPrivate ? (
        <p className={styles.private} role="status">
          <Icon name="lock" size="s" />
          {isOwn(addressee.seat)
            ? discussionWords.note.privateOwn
            : discussionWords.compose.privatelyOn(nameOf(addressee))}
        </p>
      ) : null}
    </div>
  );
}

function ReplyTo({ parent, root, onWhole }: { readonly parent: Note; readonly root: Note; onWhole: () => void }) {
  const nameOf = useNameOf();
  if (parent.id === root.id) return null;
  return (
    <p className={styles.replyTo}>
      <Icon name="reply" size="s" />
      <span>{discussionWords.compose.replyingTo(nameOf(parent))}</span>
      <IconButton size="s" icon="close" label={discussionWords.compose.toWhole} onClick={onWhole} />
    </p>
  );
}

/** Whether there is an R to press. */
function hasKeys(): boolean {
  return typeof matchMedia === "undefined" || !matchMedia("(hover: none)").matches;
}

function isAnswering(kept: unknown): kept is Answering {
  if (typeof kept !== "object" || kept === null) return false;
  const { parent, privately } = kept as Partial<Answering>;
  return typeof parent === "string" && typeof privately === "boolean";
}
