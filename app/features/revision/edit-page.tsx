import { Link, useFetcher } from "@remix-run/react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { EditedPiece, EditedText } from "#app/context/revisions.ts";
import { useDraft } from "#app/live/use-draft.ts";
import "#app/ui/article.css";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormMessage, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer } from "#app/ui/form-answer.ts";
import { Notice, Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { revisionWords } from "#app/words/revisions.ts";
import styles from "./edit-page.module.css";

const words = revisionWords.edit;

const TextEditor = lazy(() => import("./text-editor.tsx").then((module) => ({ default: module.TextEditor })));

export type EditPageProps = { readonly text: EditedText; readonly person: string };

/** The text in its reading shape, to be changed. What is not published stays in this browser. */
export function EditPage({ text, person }: EditPageProps) {
  const fetcher = useFetcher<FormAnswer<unknown>>();
  const answer = fetcher.data;
  const place = `text/${text.revision.id}`;
  const draft = useDraft({ person, document: text.id, place }, "", { n: text.revision.n });
  const [round, setRound] = useState(0);
  const pieces = useRef<() => readonly EditedPiece[] | null>(() => null);
  const [remark, setRemark] = useState("");
  const isRestored = draft.isLoaded && draft.kept !== null && draft.body !== "";

  const publish = () => {
    const now = pieces.current();
    if (now === null) return;
    const form = { base: text.revision.id, pieces: JSON.stringify(now), remark };
    fetcher.submit(form, { method: "post", encType: "multipart/form-data" });
  };
  const { clear } = draft;
  useEffect(() => {
    if (answer?.ok === true) clear();
  }, [answer, clear]);

  return (
    <Page width="list">
      <PageHead title={words.title}>{words.notes(text.notes)}</PageHead>
      <noscript>
        <Notice>{words.noScript}</Notice>
      </noscript>
      {isRestored ? (
        <Notice
          actions={
            <Button
              size="s"
              onClick={() => {
                clear();
                setRound(round + 1);
              }}
            >
              {words.discard}
            </Button>
          }
        >
          {words.restored}
        </Notice>
      ) : null}
      <Stack>
        {draft.isLoaded ? (
          <Suspense fallback={<div className={styles.sheet} aria-busy="true" />}>
            <TextEditor
              key={round}
              html={text.html}
              draft={draft.body}
              language={text.language}
              dir={text.dir}
              onChange={draft.setBody}
              onReady={(give) => {
                pieces.current = give;
              }}
            />
          </Suspense>
        ) : (
          <div className={styles.sheet} aria-busy="true" />
        )}
        <div className={styles.foot}>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <TextField
            name="remark"
            label={words.remark}
            hint={words.remarkHint}
            maxLength={300}
            value={remark}
            onChange={(event) => setRemark(event.currentTarget.value)}
            error={errorOf(answer, "remark")}
          />
          <Row>
            <Button kind="primary" onClick={publish} pending={fetcher.state !== "idle"}>
              {fetcher.state === "idle" ? words.publish : words.publishing}
            </Button>
            <ButtonLink kind="quiet" to={`/t/${text.id}`} reloadDocument>
              {words.cancel}
            </ButtonLink>
            <Link to={`/t/${text.id}/revisions`} className={styles.aside}>
              {revisionWords.list.link}
            </Link>
          </Row>
        </div>
      </Stack>
    </Page>
  );
}
