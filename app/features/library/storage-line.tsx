import type { StorageUse } from "#app/context/documents.ts";
import { libraryWords } from "#app/words/library.ts";
import styles from "./storage-line.module.css";

const words = libraryWords.add;

/** How much of its room for texts a group has used, as a bar and in words. */
export function StorageLine({ used, most }: StorageUse) {
  return (
    <p className={styles.line}>
      <progress aria-label={words.storage} value={Math.min(used, most)} max={most} />
      {words.used(used, most)}
    </p>
  );
}
