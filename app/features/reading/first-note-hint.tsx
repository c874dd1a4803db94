import { useEffect, useState } from "react";
import { keepSetting, readSetting } from "#app/live/browser-setting.ts";
import { IconButton } from "#app/ui/button.tsx";
import { readingWords } from "#app/words/reading.ts";
import { useReadingRoom } from "./reading-context.tsx";
import styles from "./return-line.module.css";
import { FAR } from "./return-line.tsx";

const NAME = "glossa-first-note-hint";

/** How to begin, for a reader who has written nothing here; it goes with the first note, or when it is sent away. */
export function FirstNoteHint({ isPhone }: { readonly isPhone: boolean }) {
  const { page, notes, facts, view, selection, connection } = useReadingRoom();
  const [isDone, setDone] = useState(true);
  useEffect(() => setDone(readSetting(NAME) === "done"), []);
  const isBusy = view.focus !== null || view.composing !== null || selection !== null || page.block >= FAR;
  if (isDone || isBusy || connection !== "live" || !page.abilities["annotation.publish"]) return null;
  const hasWritten = notes.threads.some(
    ({ root, replies }) => facts.isOwn(root.seat) || replies.some(({ seat }) => facts.isOwn(seat)),
  );
  if (hasWritten) return null;
  return (
    <p className={styles.line}>
      {isPhone ? readingWords.hint.touch : readingWords.hint.mouse}
      <IconButton
        size="s"
        icon="close"
        label={readingWords.dismiss}
        onClick={() => {
          keepSetting(NAME, "done");
          setDone(true);
        }}
      />
    </p>
  );
}
