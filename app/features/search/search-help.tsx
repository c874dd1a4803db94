import { Link } from "@remix-run/react";
import type { SearchAsked } from "#app/context/search.ts";
import { exampleNames, examples } from "#app/domain/search/examples.ts";
import { formatQuery } from "#app/domain/search/format.ts";
import { parseQuery } from "#app/domain/search/parse.ts";
import { flags } from "#app/domain/search/query.ts";
import { spellings } from "#app/domain/search/spelling.ts";
import { spokenLocale } from "#app/words/localised.ts";
import { searchWords as words } from "#app/words/search.ts";
import { writeAddress } from "./search-address.ts";
import styles from "./search-help.module.css";

/** How a line may be written. */
export function SearchHelp() {
  const spelling = spellings[spokenLocale()];
  return (
    <section className={styles.help} aria-label={words.help.title}>
      <h2>{words.help.title}</h2>
      <dl>
        {exampleNames.map((name) => (
          <div key={name}>
            <dt>
              {examples[name].map((line) => (
                <code key={line}>{formatQuery(parseQuery(line), spelling)}</code>
              ))}
            </dt>
            <dd>{words.help.meanings[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Searches to begin with. */
export function Beginnings({ group, asked }: { readonly group: string; readonly asked: SearchAsked }) {
  const spelling = spellings[spokenLocale()];
  return (
    <ul className={styles.beginnings}>
      {flags.map((flag) => (
        <li key={flag}>
          <Link to={writeAddress(group, { ...asked, line: spelling.flags[flag], after: null })}>
            {words.flags[flag]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
