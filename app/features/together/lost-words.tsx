import { useCallback, useEffect, useState } from "react";
import { localDatabase } from "#app/live/local-database.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog, DialogActions } from "#app/ui/dialog.tsx";
import { togetherWords } from "#app/words/together.ts";
import styles from "./lost-words.module.css";

const words = togetherWords.lost;

export type Lost = {
  readonly words: string;
  readonly keep: (words: string) => void;
  readonly discard: () => void;
};

/** Words of a person that their page did not take before it was closed: kept in this browser until they are thrown away. */
export function useLostWords(person: string, text: string): Lost {
  const [lost, setLost] = useState("");
  const key = `${person}/together/${text}`;
  useEffect(() => {
    void localDatabase()
      .then((db) => db?.get("drafts", key))
      .then((draft) => draft && setLost((now) => (now === "" ? draft.body : now)));
  }, [key]);
  const keep = useCallback(
    (body: string) => {
      setLost((before) => (before === "" ? body : `${before}\n${body}`));
      const draft = { key, person, document: text, place: "together", choices: null, savedAt: Date.now() };
      void localDatabase().then(async (db) => {
        const before = await db?.get("drafts", key);
        await db?.put("drafts", { ...draft, body: before === undefined ? body : `${before.body}\n${body}` });
      });
    },
    [key, person, text],
  );
  const discard = useCallback(() => {
    setLost("");
    void localDatabase().then((db) => db?.delete("drafts", key));
  }, [key]);
  return { words: lost, keep, discard };
}

/** Offers them to be copied. */
export function LostWords({ lost }: { readonly lost: Lost }) {
  const [isShut, shut] = useState(false);
  const [isCopied, setCopied] = useState(false);
  return (
    <Dialog open={lost.words !== "" && !isShut} onClose={() => shut(true)} title={words.title} wide>
      <p>{words.why}</p>
      <pre className={styles.words}>{lost.words}</pre>
      <DialogActions>
        <Button kind="danger" onClick={lost.discard}>
          {words.discard}
        </Button>
        <Button
          kind="primary"
          icon="copy"
          onClick={() => void navigator.clipboard.writeText(lost.words).then(() => setCopied(true))}
        >
          {isCopied ? words.copied : words.copy}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
