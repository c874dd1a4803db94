import { useState } from "react";
import { numberAt } from "#app/features/annotation/text-index.ts";
import { Button, IconButton } from "#app/ui/button.tsx";
import { readingWords } from "#app/words/reading.ts";
import { useReadingRoom } from "./reading-context.tsx";
import styles from "./return-line.module.css";

/** A first screen is no reading position worth going back to. */
export const FAR = 4;

/** Where the reader stopped last time; goes away by itself once the reader moved on. */
export function ReturnLine() {
  const { page, geometry, viewport, view, scrollToOffset } = useReadingRoom();
  const [isDone, setDone] = useState(false);
  if (
    view.focus !== null ||
    view.composing !== null ||
    isDone ||
    geometry === null ||
    page.block < FAR ||
    viewport.top > viewport.height / 2
  )
    return null;
  const block = geometry.index.blocks.find(({ n }) => n === page.block);
  const number = block && numberAt(geometry.index, block.start);
  if (block === undefined || number == null || location.hash !== "" || location.search !== "") return null;
  return (
    <p className={styles.line}>
      {readingWords.continueAt(number)}
      <Button
        size="s"
        kind="quiet"
        icon="bookmark"
        onClick={() => {
          setDone(true);
          scrollToOffset(block.start);
        }}
      >
        {readingWords.continue}
      </Button>
      <IconButton size="s" icon="close" label={readingWords.dismiss} onClick={() => setDone(true)} />
    </p>
  );
}
