import { Link } from "@remix-run/react";
import { useKeepsWords } from "#app/live/use-keeps-words.ts";
import { Button } from "#app/ui/button.tsx";
import { readingWords } from "#app/words/reading.ts";
import styles from "./connection-line.module.css";
import { useReadingRoom } from "./reading-context.tsx";

const words = readingWords.connection;

/** One quiet line when something is not as it should be; nothing at all otherwise. */
export function ConnectionLine() {
  const { connection, notes, change, view } = useReadingRoom();
  const unsent = notes.outbox.flatMap(({ state }) => (state.kind === "waiting" ? [state] : []));
  // They go out in order: only the first is tried, and the others wait behind it.
  const waiting = unsent.some(({ tries }) => tries > 0) ? unsent.length : 0;
  const refused = notes.outbox.filter(({ state }) => state.kind === "refused").length;
  const keepsWords = useKeepsWords();
  return (
    <div className={styles.line} role="status">
      {keepsWords ? null : (
        <span className={styles.wait} title={words.notKeptWhy}>
          {words.notKept}
        </span>
      )}
      <Sentence waiting={waiting} isWriting={view.composing !== null} />
      {waiting > 0 && connection === "live" ? <a href="/outbox">{words.waiting(waiting)}</a> : null}
      {refused > 0 ? (
        <Button size="s" kind="danger" onClick={() => change({ kind: "panel", panel: "outbox" })}>
          {words.refused(refused)}
        </Button>
      ) : null}
    </div>
  );
}

function Sentence({ waiting, isWriting }: { readonly waiting: number; readonly isWriting: boolean }) {
  const { connection, page } = useReadingRoom();
  switch (connection) {
    case "opening":
    case "live":
      return null;
    case "reconnecting":
      return (
        <span className={styles.wait}>
          {words.reconnecting}
          {waiting > 0 ? " " : null}
          {waiting > 0 ? <a href="/outbox">{words.waiting(waiting)}</a> : null}
        </span>
      );
    case "signed-out":
      return (
        <span className={styles.warn}>
          {words.signedOut} <a href={`/sign-in?to=${encodeURIComponent(`/t/${page.document.id}`)}`}>{words.signIn}</a>
        </span>
      );
    case "lost":
      return (
        <span className={styles.warn}>
          {words.lost} <Link to="/groups">{words.toGroups}</Link>
        </span>
      );
    case "too-old":
    case "broken":
      return (
        <span className={styles.warn}>
          {connection === "broken" ? words.broken : words.tooOld}{" "}
          {isWriting ? null : (
            <Button size="s" onClick={() => location.reload()}>
              {words.reload}
            </Button>
          )}
        </span>
      );
  }
}
