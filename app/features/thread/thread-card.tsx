import { memo } from "react";
import { quotation } from "#app/domain/annotation/annotation.ts";
import { isTombstone } from "#app/live/note.ts";
import type { Peer } from "#app/live/peers.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { curationWords } from "#app/words/curation.ts";
import { newsWords } from "#app/words/news.ts";
import { peopleWords } from "#app/words/people.ts";
import { readingWords } from "#app/words/reading.ts";
import { curationOf } from "./curating.ts";
import noteStyles from "./note.module.css";
import { NoteHead, useNameOf } from "./note-head.tsx";
import { tombstoneOf } from "./note-view.tsx";
import { OpenThread } from "./open-thread.tsx";
import { Prose } from "./prose.tsx";
import { ReactionCounts } from "./reactions-bar.tsx";
import { TagMark } from "./tag-mark.tsx";
import styles from "./thread-card.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = readingWords.thread;
/** Tags that a closed card has room for beside its counts. */
const TAGS = 2;

export type ThreadCardProps = {
  readonly thread: Thread;
  readonly isOpen: boolean;
  readonly isHovered: boolean;
  /** Place among the notes that are shown, from 1. */
  readonly position: number;
  readonly total: number;
  readonly typing: readonly Peer[];
  readonly onOpen: (id: string) => void;
  readonly onHover: (id: string | null) => void;
};

/** A thread in the margin: quiet with two lines, or open with everything in it. */
export const ThreadCard = memo(function ThreadCard(props: ThreadCardProps) {
  const { thread, isOpen, isHovered, position, total, typing, onOpen, onHover } = props;
  const { numberOf } = useThreadSurroundings();
  const number = numberOf(thread);
  const quote = thread.root.target && shorten(quotation(thread.root.target));
  return (
    <article
      id={`thread-${thread.id}`}
      tabIndex={-1}
      aria-posinset={position}
      aria-setsize={total}
      className={classNames(
        styles.card,
        styles[thread.root.colour ?? "amber"],
        isOpen ? styles.open : styles.closed,
        isHovered && styles.hovered,
      )}
      onPointerEnter={() => onHover(thread.id)}
      onPointerLeave={() => onHover(null)}
      onFocus={() => onHover(thread.id)}
      onBlur={() => onHover(null)}
    >
      {quote === null ? null : <VisuallyHidden>{words.onQuote(quote)}</VisuallyHidden>}
      {isOpen ? (
        <>
          <p className={styles.place}>{number === null ? words.wholeText : readingWords.paragraph(number)}</p>
          <OpenThread thread={thread} typing={typing} />
        </>
      ) : (
        <ClosedThread thread={thread} quote={quote} number={number} isTyping={typing.length > 0} onOpen={onOpen} />
      )}
    </article>
  );
});

type ClosedProps = {
  readonly thread: Thread;
  readonly quote: string | null;
  readonly number: number | null;
  readonly isTyping: boolean;
  readonly onOpen: (id: string) => void;
};

function ClosedThread({ thread, quote, number, isTyping, onOpen }: ClosedProps) {
  const name = useNameOf()(thread.root);
  const { root, replies } = thread;
  const fresh = replies.filter(useThreadSurroundings().isNew).length;
  const gone = isTombstone(root);
  const isFolded = useThreadSurroundings().isIgnored(root.seat);
  const { aside, resolved } = curationOf(root);
  const count = replies.filter((reply) => !isTombstone(reply)).length;
  return (
    <>
      {gone || isFolded ? (
        <p className={noteStyles.tombstone}>{gone ? tombstoneOf(root) : peopleWords.ignoring.folded}</p>
      ) : (
        <NoteHead note={root} root={root} isOpen={false} />
      )}
      {aside === null ? null : <p className={styles.aside}>{curationWords.asides[aside]}</p>}
      {root.body === "" || isFolded || aside !== null || resolved ? null : (
        <div className={styles.clamp}>
          <Prose body={root.body} linked={false} />
        </div>
      )}
      <div className={styles.foot}>
        {count > 0 ? (
          <span className={styles.replies}>
            <Icon name="reply" size="s" />
            {words.replies(count)}
          </span>
        ) : null}
        {fresh > 0 ? <span className={styles.fresh}>{newsWords.card.replies(fresh)}</span> : null}
        <ReactionCounts note={root} />
        {root.tags.slice(0, TAGS).map((tag) => (
          <TagMark key={tag} tag={tag} />
        ))}
        {root.tags.length > TAGS ? <span>+{root.tags.length - TAGS}</span> : null}
        {isTyping ? <span className={styles.replies}>…</span> : null}
        {root.refusal === null ? null : <span className={styles.bad}>{words.refused(root.refusal.sentence)}</span>}
        {number === null ? null : <span className={styles.number}>{readingWords.paragraph(number)}</span>}
      </div>
      <button
        type="button"
        className={styles.cover}
        aria-label={quote === null ? words.openWhole(name) : words.open(name, quote)}
        onClick={() => onOpen(thread.id)}
      />
    </>
  );
}

/** Enough of a quotation to know it by ear. */
function shorten(quote: string): string {
  return quote.length <= 90 ? quote : `${quote.slice(0, 80).trimEnd()}…`;
}
