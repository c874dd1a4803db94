import { Link, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CONTENT } from "#app/ui/skip-link.tsx";
import { offlineWords } from "#app/words/outbox.ts";
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

/**
 * A page that was asked for by script and did not come. As a document the service worker may have it, or the list of what is
 * kept, so it is asked for as one.
 */
function NoNetwork() {
  useEffect(() => {
    if (navigator.serviceWorker?.controller) location.reload();
  }, []);
  return (
    <div className={styles.message}>
      <h1>{offlineWords.title}</h1>
      <p className={styles.sentence}>{offlineWords.sentence}</p>
      <div className={styles.action}>
        <Button kind="primary" onClick={() => location.reload()}>
          {offlineWords.again}
        </Button>
      </div>
    </div>
  );
}

/** The same inside a page whose bar stands. */
export function ErrorMessage() {
  const root = useRouteLoaderData("root") as { readonly requestId: string } | undefined;
  const reading = readError(useRouteError());
  if (reading.kind === "offline") return <NoNetwork />;
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
