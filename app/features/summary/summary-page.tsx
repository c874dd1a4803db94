import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import type { SummaryPage as Page_, SummaryVersionLine } from "#app/context/summaries.ts";
import { MAX_SUMMARY } from "#app/domain/summary/summary.ts";
import { Button } from "#app/ui/button.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { FormMessage, TextArea } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { insertText } from "#app/ui/insert-text.ts";
import { Page, PageHead, Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { sayFresh } from "#app/ui/say-fresh.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";
import { summaryWords as words } from "#app/words/summaries.ts";
import styles from "./summary.module.css";

export type SummaryPageProps = {
  readonly page: Page_;
  /** Address of the page on which staff draft together. */
  readonly together: string;
  readonly answer: FormAnswer<string> | undefined;
};

/** Where staff write what a thread came to, beside the notes that they can cite. */
export function SummaryPage({ page, together, answer }: SummaryPageProps) {
  const { latest, shown, versions, notes } = page;
  const area = useRef<HTMLDivElement>(null);
  const current = versions.find(({ n }) => n === shown?.n);
  const cite = (citation: string) => {
    const field = area.current?.querySelector("textarea");
    if (field == null) return;
    const { selectionStart: start, selectionEnd: end } = field;
    const caret = start + citation.length;
    insertText(field, { start, end, text: citation, select: [caret, caret] });
  };
  return (
    <Page>
      <PageHead title={words.title}>{words.lede}</PageHead>
      <p>
        <Link to={`/n/${page.root}`} reloadDocument>
          {words.back}
        </Link>{" "}
        · <bdi>{page.text.title}</bdi>
      </p>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      <FormMessage kind="done">{answer?.ok === true ? answer.value : null}</FormMessage>
      <div className={styles.sides}>
        <Form method="post" className={styles.form}>
          {/* A refusal keeps the number that the words were written against; the next attempt has seen the newest. */}
          <input type="hidden" name="latest" value={latest} />
          <div ref={area}>
            <TextArea
              key={latest}
              name="body"
              label={words.body}
              hint={words.hint}
              rows={12}
              maxLength={MAX_SUMMARY}
              defaultValue={typedValue(answer, "body", current?.body ?? versions[0]?.body ?? "")}
              error={errorOf(answer, "body")}
            />
          </div>
          <p className={styles.facts}>{shown === null ? words.notShown : sayFresh(shown.freshness)}</p>
          <p className={styles.facts}>
            <Link to={together} reloadDocument>
              {words.together}
            </Link>{" "}
            {words.togetherHint}
          </p>
          <SubmitButton intent="publish">{latest === 0 ? words.publish : words.publishNew}</SubmitButton>
        </Form>
        <Section title={words.notes}>
          {notes.length === 0 ? <p>{words.noNotes}</p> : null}
          <ol className={styles.notes}>
            {notes.map(({ id, name, depth, excerpt, citation }) => (
              <li key={id} data-depth={Math.min(depth, 3)}>
                <p dir="auto">
                  <strong>{name}</strong> {excerpt}
                </p>
                <Button
                  size="s"
                  kind="quiet"
                  icon="link"
                  aria-label={words.citeNote(name)}
                  onClick={() => cite(citation)}
                >
                  {words.cite}
                </Button>
                <noscript>
                  <code>{citation}</code>
                </noscript>
              </li>
            ))}
          </ol>
        </Section>
      </div>
      {versions.length === 0 ? null : (
        <Section title={words.versions}>
          <ol className={styles.versions}>
            {versions.map((version) => (
              <Version key={version.n} version={version} isShown={version.n === shown?.n} latest={latest} />
            ))}
          </ol>
        </Section>
      )}
    </Page>
  );
}

type VersionProps = { readonly version: SummaryVersionLine; readonly isShown: boolean; readonly latest: number };

function Version({ version, isShown, latest }: VersionProps) {
  const { n, name, at, html, body } = version;
  const fields = { latest: String(latest) };
  return (
    <li>
      <p className={styles.head}>
        <strong>{words.version(n)}</strong> <span>{name || words.someone}</span> <Time at={at} />
        {isShown ? <Badge kind="accent">{words.shownNow}</Badge> : null}
      </p>
      {body === "" ? <p>{words.erasedWords}</p> : <Written html={html} className={styles.words} />}
      {isShown ? <RowForm intent="withdraw" fields={fields} button={words.withdraw} kind="danger" /> : null}
      {isShown || body === "" ? null : (
        <RowForm intent="publish" fields={{ ...fields, body }} button={words.showAgain} icon="undo" />
      )}
    </li>
  );
}
