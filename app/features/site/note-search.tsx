import { Form, Link, useLocation } from "@remix-run/react";
import { useRef } from "react";
import { Icon } from "#app/ui/icon.tsx";
import { siteWords } from "#app/words/site.ts";
import styles from "./note-search.module.css";
import { useSearchKey } from "./use-search-key.ts";

/** The search of a group's notes, in the bar; a sign that leads to it where the bar is narrow. */
export function NoteSearch({ group }: { readonly group: string }) {
  const action = `/g/${group}/search`;
  const field = useRef<HTMLInputElement>(null);
  const hasKey = useSearchKey(field);
  if (useLocation().pathname === action) return null;
  return (
    <>
      <Form action={action} role="search" className={styles.search}>
        <Icon name="search" size="s" />
        <input
          ref={field}
          type="search"
          name="q"
          aria-label={siteWords.search}
          aria-keyshortcuts={hasKey ? "/" : undefined}
          placeholder={siteWords.search}
        />
        {hasKey ? <span aria-hidden="true">/</span> : null}
      </Form>
      <Link to={action} className={styles.link} aria-label={siteWords.search}>
        <Icon name="search" />
      </Link>
    </>
  );
}
