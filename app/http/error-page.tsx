import { Link, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/ui/button.tsx";
import { CONTENT } from "#app/ui/skip-link.tsx";
import { errorWords, siteWords } from "#app/words/site.ts";
import styles from "./error-page.module.css";
import { readError } from "./error-reading.ts";

/** A whole page in place of one that failed: what happened, what to do, and the number under which the log knows it. */
export function ErrorPage() {
  return (
    <>
      <header className={styles.bar}>
        <Link to="/" className={styles.name}>
          {siteWords.name}
        </Link>
      </header>
      <main id={CONTENT} tabIndex={-1} className={styles.page}>
        <ErrorMessage />
      </main>
    </>
  );
}

/** The same inside a page whose bar stands. */
export function ErrorMessage() {
  const root = useRouteLoaderData("root") as { readonly requestId: string } | undefined;
  const reading = readError(useRouteError());
  const words = errorWords[reading.kind];
  return (
    <div className={styles.message}>
      <p className={styles.status}>{reading.status}</p>
      <h1>{words.title}</h1>
      <p className={styles.sentence}>{reading.sentence ?? words.sentence}</p>
      <div className={styles.action}>
        <ButtonLink to="/" kind="primary">
          {errorWords.home}
        </ButtonLink>
      </div>
      {root && reading.kind === "broken" ? (
        <p className={styles.request}>{errorWords.request(root.requestId)}</p>
      ) : null}
    </div>
  );
}
