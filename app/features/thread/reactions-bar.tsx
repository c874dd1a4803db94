import { useId } from "react";
import { ENDORSEMENT, faces, type Reaction, signals } from "#app/domain/annotation/reaction.ts";
import type { Note } from "#app/live/note.ts";
import { IconButton } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { Menu, MenuItem } from "#app/ui/menu.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import { readingWords } from "#app/words/reading.ts";
import styles from "./reactions-bar.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = discussionWords.reactions;
const icons: Readonly<Partial<Record<Reaction, IconName>>> = { agree: "agree", "same-question": "question" };

/**
 * What readers signal about a note. "Agree", and under a question "same question", always have their place, so that the
 * first one that arrives moves nothing. One's own notes show what others gave.
 */
export function ReactionsBar({ note }: { readonly note: Note }) {
  const { canPublish, isOwn } = useThreadSurroundings();
  const isReady = canPublish && note.version > 0 && note.status === "published" && !isOwn(note.seat);
  const asks = note.motivation === "questioning";
  const shown = [...signals, ...faces].filter(
    (one) =>
      (note.reactions[one]?.length ?? 0) > 0 || (isReady && (one === "agree" || (asks && one === "same-question"))),
  );
  return (
    <>
      {shown.map((reaction) => (
        <ReactionChip key={reaction} note={note} reaction={reaction} isReady={isReady} />
      ))}
      {isReady ? <ReactMenu note={note} align={shown.length > 1 ? "end" : "start"} /> : null}
    </>
  );
}

type ChipProps = { readonly note: Note; readonly reaction: Reaction; readonly isReady: boolean };

function ReactionChip({ note, reaction, isReady }: ChipProps) {
  const { isOwn, react } = useThreadSurroundings();
  const nameOf = useNames();
  const id = useId();
  const seats = note.reactions[reaction] ?? [];
  const isMine = seats.some(isOwn);
  const icon = icons[reaction];
  return (
    <span className={styles.place}>
      <button
        type="button"
        className={classNames(styles.chip, isMine && styles.mine)}
        aria-pressed={isMine}
        aria-disabled={!isReady}
        aria-label={words.count(words.names[reaction], seats.length, isMine)}
        aria-describedby={seats.length > 0 ? id : undefined}
        onClick={() => isReady && react(note, reaction, !isMine)}
      >
        {icon === undefined ? <span className={styles.face}>{reaction}</span> : <Icon name={icon} size="s" />}
        {icon === undefined ? null : <span>{words.names[reaction]}</span>}
        {seats.length > 0 ? <span className={styles.count}>{seats.length}</span> : null}
      </button>
      {seats.length > 0 ? (
        <span id={id} role="tooltip" className={styles.who}>
          {words.who(seats.map(nameOf))}
        </span>
      ) : null}
    </span>
  );
}

/** `align` keeps the menu within the card, whatever stands before its button. */
function ReactMenu({ note, align }: { readonly note: Note; readonly align: "start" | "end" }) {
  const { isOwn, react } = useThreadSurroundings();
  const isGiven = (reaction: Reaction) => note.reactions[reaction]?.some(isOwn) ?? false;
  return (
    <Menu
      label={words.add}
      align={align}
      button={(props) => <IconButton {...props} size="s" icon="react" label={words.add} className={styles.add} />}
    >
      {signals.map((one) => (
        <MenuItem key={one} icon={icons[one] ?? "react"} onSelect={() => react(note, one, !isGiven(one))}>
          {words.names[one]}
        </MenuItem>
      ))}
      <div className={styles.faces}>
        {faces.map((face) => (
          <button
            key={face}
            type="button"
            role="menuitemcheckbox"
            aria-checked={isGiven(face)}
            tabIndex={-1}
            aria-label={words.names[face]}
            title={words.names[face]}
            className={classNames(styles.pick, isGiven(face) && styles.picked)}
            onClick={() => react(note, face, !isGiven(face))}
          >
            {face}
          </button>
        ))}
      </div>
    </Menu>
  );
}

/** What a closed card tells of them: signs and numbers. */
export function ReactionCounts({ note }: { readonly note: Note }) {
  const given = [...signals, ...faces].flatMap((one) => {
    const count = note.reactions[one]?.length ?? 0;
    return count > 0 ? [{ one, count }] : [];
  });
  return (
    <>
      {given.map(({ one, count }) => {
        const icon = icons[one];
        return (
          <span key={one} className={styles.told} title={words.count(words.names[one], count, false)}>
            {icon === undefined ? <span className={styles.face}>{one}</span> : <Icon name={icon} size="s" />}
            {count}
          </span>
        );
      })}
    </>
  );
}

/** The names of those who endorsed a note; empty when nobody did. */
export function useEndorsers(note: Note): readonly string[] {
  const nameOf = useNames();
  return (note.reactions[ENDORSEMENT] ?? []).map(nameOf);
}

function useNames(): (seat: string) => string {
  const { who, isOwn } = useThreadSurroundings();
  return (seat) => (isOwn(seat) ? words.you : (who(seat)?.name ?? readingWords.thread.someone));
}
