import { useEffect, useState } from "react";
import { waitOf } from "#app/domain/moderation/curation.ts";
import type { Note } from "#app/live/note.ts";
import { Badge } from "#app/ui/chip.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useNow } from "#app/ui/time.tsx";
import { curationWords } from "#app/words/curation.ts";
import { barOfText, curationOf } from "./curating.ts";
import styles from "./curation-marks.module.css";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = curationWords.badges;

/** What staff made of a note, beside its author's name. */
export function CurationBadges({ note }: { readonly note: Note }) {
  if (note.curation === null) return null;
  const { pinned, featured, resolved, locked, slow } = note.curation;
  return (
    <>
      {pinned === null ? null : <Badge kind="warn">{words.pinned}</Badge>}
      {featured ? <Badge kind="accent">{words.featured}</Badge> : null}
      {resolved ? <Badge>{words.resolved}</Badge> : null}
      {locked ? <Badge>{words.locked}</Badge> : null}
      {slow === null ? null : <Badge>{words.slow}</Badge>}
    </>
  );
}

export type AsideLineProps = { readonly note: Note; readonly isOpen: boolean; readonly onToggle: () => void };

/** Stands for a note that was set aside, says why, and opens it. */
export function AsideLine({ note, isOpen, onToggle }: AsideLineProps) {
  const { who } = useThreadSurroundings();
  const { aside } = curationOf(note);
  if (aside === null) return null;
  return (
    <button type="button" className={styles.aside} aria-expanded={isOpen} onClick={onToggle}>
      <Icon name={isOpen ? "chevronDown" : "chevronRight"} size="s" />
      <span>{curationWords.asides[aside]}</span>
      <span className={styles.by}>{who(note.seat)?.name}</span>
    </button>
  );
}

/** In place of a field to write in, or above it for staff: why others cannot write. */
export function LockLine({ sentence }: { readonly sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <p className={styles.lock} role="status">
      <Icon name="lock" size="s" />
      {sentence}
    </p>
  );
}

/** Why those who are not staff cannot write in this text now, or null. */
export function useTextBar(): string | null {
  const { curation } = useThreadSurroundings();
  const bar = barOfText(curation, useNow());
  return bar === null ? null : curationWords.shut[bar];
}

/** Whole seconds until the reader may write there; `root` is null for a new thread. Staff never wait. */
export function useWait(root: Note | null): number {
  const { curation } = useThreadSurroundings();
  const { text } = curation;
  const own = root === null ? null : curationOf(root);
  const [now, setNow] = useState(0);
  const isSlow = !curation.canCurate && (text.slow !== null || (own?.slow ?? null) !== null);
  const holds = (until: number | null) => until === null || until > now;
  const ofText = isSlow && holds(text.slowUntil) ? waitOf([text.slow], curation.lastOwn(null), now) : 0;
  const ofThread =
    isSlow && own !== null && holds(own.slowUntil) ? waitOf([own.slow], curation.lastOwn(root?.id ?? null), now) : 0;
  useEffect(() => {
    if (!isSlow) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isSlow]);
  return now === 0 ? 0 : Math.ceil(Math.max(ofText, ofThread) / 1000);
}

/** How long the reader waits, where they do. */
export function WaitLine({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return null;
  return (
    <p className={styles.wait} role="timer">
      <Icon name="clock" size="s" />
      {curationWords.slow(seconds)}
    </p>
  );
}
