import { Link } from "@remix-run/react";
import type { Connection } from "#app/live/connection.ts";
import { useKeepsWords } from "#app/live/use-keeps-words.ts";
import { Button } from "#app/ui/button.tsx";
import { readingWords } from "#app/words/reading.ts";
import { togetherWords } from "#app/words/together.ts";
import styles from "./page-line.module.css";

const words = readingWords.connection;

type LineProps = {
  readonly connection: Connection;
  readonly unstored: boolean /** Its address. */;
  readonly page: string;
};

/** One quiet line about the connection, in the words of the reading page, and whether all is stored. */
export function PageLine(props: LineProps) {
  const keepsWords = useKeepsWords();
  return (
    <div className={styles.line} role="status">
      {keepsWords ? null : (
        <span className={styles.wait} title={words.notKeptWhy}>
          {words.notKept}
        </span>
      )}
      <Sentence {...props} />
    </div>
  );
}

function Sentence({ connection, unstored, page }: LineProps) {
  switch (connection) {
    case "opening":
      return null;
    case "live":
      return unstored ? <span className={styles.wait}>{togetherWords.saving}</span> : null;
    case "reconnecting":
      return (
        <span className={styles.wait}>
          {words.reconnecting}
          {unstored ? ` ${togetherWords.offline}` : ""}
        </span>
      );
    case "signed-out":
      return (
        <span className={styles.warn}>
          {words.signedOut} <a href={`/sign-in?to=${encodeURIComponent(page)}`}>{words.signIn}</a>
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
          <Button size="s" onClick={() => location.reload()}>
            {words.reload}
          </Button>
        </span>
      );
  }
}
