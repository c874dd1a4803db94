import type { SiteFace } from "#app/context/site.ts";
import { siteWords } from "#app/words/site.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import styles from "./site-footer.module.css";

const words = siteCareWords.bars;

/** Below every page but the reading page, where those who run the site have said something: its name, whom to ask, and the imprint. */
export function SiteFooter({ face }: { readonly face: Pick<SiteFace, "siteName" | "contact" | "imprint"> }) {
  const { siteName, contact, imprint } = face;
  if (`${siteName}${contact}${imprint}` === "") return null;
  return (
    <footer className={styles.footer}>
      <p className={styles.name}>{siteName || siteWords.name}</p>
      {contact === "" ? null : (
        <p>
          {words.contact}: {contact}
        </p>
      )}
      {imprint === "" ? null : (
        <details>
          <summary>{words.imprint}</summary>
          <p className={styles.imprint}>{imprint}</p>
        </details>
      )}
    </footer>
  );
}
