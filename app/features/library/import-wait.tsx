import { Form, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { ImportUnderWay } from "#app/context/documents.ts";
import { Card, Page, PageHead, Row } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { libraryWords } from "#app/words/library.ts";
import styles from "./import-wait.module.css";
import { PASTED_NAME } from "./upload.ts";

/** The intent of the button that ends the reading. */
export const CANCEL = "cancel";

/** Milliseconds between two questions how far it is; without scripts the page asks by itself, in seconds. */
const ASK_AFTER = 1_000;
const RELOAD_AFTER = "2";

const words = libraryWords.wait;

/** What is being done with a source that takes its time. */
export function ImportWait({ reading: given }: { readonly reading: ImportUnderWay }) {
  const { stage, share, elapsed, name } = useProgress(given);
  return (
    <Page>
      <noscript>
        <meta httpEquiv="refresh" content={RELOAD_AFTER} />
      </noscript>
      <PageHead title={words.title}>
        {name === "" || name === PASTED_NAME ? null : (
          <p className={styles.name}>
            <bdi>{name}</bdi>
          </p>
        )}
      </PageHead>
      <Card>
        <div className={styles.state}>
          <p role="status">{words.stages[stage]}</p>
          <p className={styles.elapsed}>{words.seconds(Math.floor(elapsed / 1000))}</p>
        </div>
        <progress
          className={styles.progress}
          aria-label={words.stages[stage]}
          {...(share === null ? {} : { value: share })}
        />
        <p className={styles.hint}>{words.hint}</p>
        <Form method="post">
          <Row>
            <SubmitButton intent={CANCEL} kind="plain">
              {words.cancel}
            </SubmitButton>
          </Row>
        </Form>
      </Card>
    </Page>
  );
}

/** Asks the server how far it is; once it has ended, the page is asked for anew. A question that fails is put again. */
function useProgress(given: ImportUnderWay): ImportUnderWay {
  const [progress, setProgress] = useState(given);
  const { revalidate } = useRevalidator();
  const isLeaving = useNavigation().state !== "idle";
  useEffect(() => {
    // What is cancelled is unknown a moment later, and that is no news.
    if (isLeaving) return;
    const controller = new AbortController();
    let timer: number | undefined;
    const ask = async () => {
      const answer = await askProgress(given.id, controller.signal);
      if (controller.signal.aborted) return;
      if (answer === null) revalidate();
      else if (answer !== "unknown") setProgress(answer);
      timer = window.setTimeout(ask, ASK_AFTER);
    };
    timer = window.setTimeout(ask, ASK_AFTER);
    return () => {
      controller.abort();
      window.clearTimeout(timer);
    };
  }, [given.id, revalidate, isLeaving]);
  return progress;
}

async function askProgress(id: string, signal: AbortSignal): Promise<ImportUnderWay | null | "unknown"> {
  try {
    const answer = await fetch(`/import/${id}/progress`, { signal });
    // Whoever cancelled it in another tab, or is signed out, is told so by the page.
    if (answer.status === 404 || answer.redirected) return null;
    return answer.ok ? ((await answer.json()) as ImportUnderWay | null) : "unknown";
  } catch {
    return "unknown";
  }
}
