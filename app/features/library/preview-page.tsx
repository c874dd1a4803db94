import { Form } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import type { ImportPreview } from "#app/context/documents.ts";
import type { PieceLabel } from "#app/domain/document/document.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { type Choice, FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Card, Page, PageHead } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { libraryWords } from "#app/words/library.ts";
import { CountsCard } from "./counts-card.tsx";
import { KnownNotice } from "./known-notice.tsx";
import { MetaFields } from "./meta-fields.tsx";
import { PieceRun } from "./piece-run.tsx";
import styles from "./preview-page.module.css";
import {
  clutterIds,
  countsOf,
  paragraphNumbers,
  proposedChoices,
  runsOf,
  withChoice,
  withLeftOut,
  wordsOf,
} from "./preview-state.ts";

export type PreviewPageProps = {
  readonly preview: ImportPreview;
  readonly group: { readonly id: string; readonly name: string };
  readonly languages: readonly Choice[];
  readonly answer: FormAnswer<unknown> | undefined;
};

const words = libraryWords.preview;

/** How the text was understood. Every label can be changed and every piece left out; nothing is saved before the button. */
export function PreviewPage({ preview, group, languages, answer }: PreviewPageProps) {
  const { pieces } = preview;
  const { revises } = preview;
  const add = revises !== null ? words.revise : preview.known === null ? words.add : words.addAnyway;
  const [choices, setChoices] = useState(() => proposedChoices(pieces));
  const runs = useMemo(() => runsOf(pieces), [pieces]);
  const counted = useMemo(() => wordsOf(pieces), [pieces]);
  const numbers = useMemo(() => paragraphNumbers(pieces, choices), [pieces, choices]);

  const choose = useCallback((id: number, label: PieceLabel | null) => {
    setChoices((before) => withChoice(before, id, label));
  }, []);
  const leaveOut = useCallback((ids: readonly number[], out: boolean) => {
    setChoices((before) => withLeftOut(before, ids, out));
  }, []);

  return (
    <Page width="broad">
      <Form method="post" className={styles.form}>
        <div className={styles.head}>
          <PageHead
            title={words.title}
            actions={
              <>
                <ButtonLink kind="quiet" to={`/g/${group.id}/add${revises === null ? "" : `?revises=${revises.id}`}`}>
                  {words.back}
                </ButtonLink>
                <SubmitButton>{add}</SubmitButton>
              </>
            }
          >
            <p>{words.recognised(words.formats[preview.format])}</p>
            {revises === null ? null : <p>{words.revises(revises.title)}</p>}
          </PageHead>
          {preview.known === null ? null : <KnownNotice text={preview.known} />}
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
        </div>
        <ol className={styles.pieces} lang={preview.language || undefined} dir={preview.dir}>
          {runs.map((run) => (
            <PieceRun
              key={run.pieces[0]?.id}
              run={run}
              choices={choices}
              numbers={numbers}
              onChoose={choose}
              onLeaveOut={leaveOut}
            />
          ))}
        </ol>
        <aside className={styles.aside} aria-label={words.meta}>
          <CountsCard
            counts={countsOf(pieces, counted, choices)}
            clutter={clutterIds(pieces).length}
            onAll={(out) => leaveOut(out ? clutterIds(pieces) : pieces.map(({ id }) => id), out)}
          />
          {revises === null ? (
            <Card>
              <MetaFields initial={preview} languages={languages} answer={answer} />
            </Card>
          ) : null}
          <div className={styles.again}>
            <SubmitButton>{add}</SubmitButton>
          </div>
        </aside>
      </Form>
    </Page>
  );
}
