import { Link } from "@remix-run/react";
import type { FoundPassage } from "#app/context/search.ts";
import { Excerpt } from "./excerpt.tsx";
import { FoundPlace } from "./found-place.tsx";
import styles from "./results.module.css";

/** A passage of a text; it leads to its block. */
export function FoundPassageRow({ passage }: { readonly passage: FoundPassage }) {
  return (
    <li className={styles.result}>
      <FoundPlace text={passage.text} number={passage.number} />
      <Link
        to={`/t/${passage.text.id}#b-${passage.n}`}
        reloadDocument
        className={styles.passage}
        dir={passage.text.dir}
      >
        <Excerpt parts={passage.excerpt} />
      </Link>
    </li>
  );
}
