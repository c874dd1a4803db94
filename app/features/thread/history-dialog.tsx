import { useEffect, useState } from "react";
import type { NoteVersion } from "#app/context/reading.ts";
import { ChangedWords } from "#app/ui/changed-words.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Time } from "#app/ui/time.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import styles from "./history-dialog.module.css";
import { shownMentions } from "./mentions.ts";
import { useThreadSurroundings } from "./thread-context.tsx";

const words = discussionWords.history;

type Fetched =
  | { readonly kind: "loading" | "failed" }
  | { readonly kind: "here"; readonly versions: readonly NoteVersion[] };

/** Every version of a note, the newest first, with what changed in each. */
export function HistoryDialog({ note, onClose }: { readonly note: string; readonly onClose: () => void }) {
  const { history } = useThreadSurroundings();
  const [fetched, setFetched] = useState<Fetched>({ kind: "loading" });
  useEffect(() => {
    let isCurrent = true;
    history(note)
      .then((versions) => isCurrent && setFetched({ kind: "here", versions }))
      .catch(() => isCurrent && setFetched({ kind: "failed" }));
    return () => {
      isCurrent = false;
    };
  }, [history, note]);
  return (
    <Dialog open wide title={words.title} onClose={onClose}>
      {fetched.kind === "here" ? (
        <Versions versions={fetched.versions} />
      ) : (
        <p role="status">{fetched.kind === "loading" ? words.loading : words.failed}</p>
      )}
    </Dialog>
  );
}

function Versions({ versions }: { readonly versions: readonly NoteVersion[] }) {
  return (
    <ol className={styles.versions} reversed>
      {versions
        .map((version) => ({ ...version, body: shownMentions(version.body).words }))
        .map((version, i, all) => ({ ...version, n: i + 1, before: all[i - 1]?.body ?? null }))
        .reverse()
        .map(({ n, body, at, before }) => (
          <li key={n}>
            <p className={styles.head}>
              <b>{n === 1 ? words.first : words.version(n)}</b> · <Time at={at} form="moment" />
            </p>
            <p className={styles.body} dir="auto">
              {before === null ? body : <ChangedWords before={before} after={body} />}
            </p>
          </li>
        ))}
    </ol>
  );
}
