import { Form, Link } from "@remix-run/react";
import type { SearchHit } from "#app/context/documents.ts";
import { MOST_HITS } from "#app/domain/document/search.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Time } from "#app/ui/time.tsx";
import { libraryWords } from "#app/words/library.ts";
import styles from "./search-page.module.css";

export type SearchPageProps = { readonly group: string; readonly query: string; readonly hits: readonly SearchHit[] };

const words = libraryWords.search;

/** Notes that hold the words asked for, each leading to its place in its text. */
export function SearchPage({ group, query, hits }: SearchPageProps) {
  return (
    <div className={styles.page}>
      <Form action={`/g/${group}/search`} role="search" className={styles.form}>
        <TextField key={query} name="q" type="search" label={words.label} defaultValue={query} autoComplete="off" />
        <Button type="submit" kind="primary" icon="search">
          {words.button}
        </Button>
      </Form>
      {query === "" ? (
        <p className={styles.hint}>{words.hint}</p>
      ) : (
        <p role="status" className={styles.found}>
          {foundWords(hits.length, query)}
        </p>
      )}
      <ul className={styles.hits}>
        {hits.map((hit) => (
          <li key={hit.annotation}>
            <Link to={`/n/${hit.annotation}`} reloadDocument className={styles.hit}>
              {hit.quote ? (
                <q className={styles.quote} dir="auto">
                  {hit.quote}
                </q>
              ) : null}
              <span className={styles.excerpt} dir="auto">
                {hit.excerpt}
              </span>
              <span className={styles.by}>
                <Avatar face={hit.by} size="s" />
                <strong>{hit.by.name}</strong> <bdi>{words.on(hit.title)}</bdi> · <Time at={hit.created} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function foundWords(count: number, query: string): string {
  if (count === 0) return words.none(query);
  return count < MOST_HITS ? words.found(count, query) : words.newest(count, query);
}
