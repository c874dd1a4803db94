import { siteWords } from "#app/words/site.ts";
import styles from "./skip-link.module.css";

/** The id of the element with the page's own content, which every page has once. */
export const CONTENT = "content";

/** The first thing that the Tab key finds: past the bar to the content. */
export function SkipLink() {
  return (
    <a href={`#${CONTENT}`} className={styles.skip}>
      {siteWords.skip}
    </a>
  );
}
