import { Form, Link } from "@remix-run/react";
import type { AppSecret } from "#app/context/factors.ts";
import { FormMessage, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, wantsProof } from "#app/ui/form-answer.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { ProofForm } from "#app/ui/proof.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { factorsWords } from "#app/words/factors.ts";
import styles from "./security.module.css";

export type AppSetUpProps = { readonly secret: AppSecret; readonly answer: FormAnswer<unknown> | undefined };

/** The secret for an app, to scan or to type, and the first code that proves that it arrived. */
export function AppSetUp({ secret, answer }: AppSetUpProps) {
  const words = factorsWords.security;
  return (
    <Section title={words.setUpTitle} hint={words.scan}>
      <ProofForm answer={answer} />
      <div className={styles.setUp}>
        <QrCode {...secret.code} />
        <Stack>
          <p>
            {words.type}: <span className={styles.secret}>{secret.text}</span>
          </p>
          <a href={secret.uri}>{words.open}</a>
          <Form method="post">
            <Stack>
              <FormMessage kind="error">
                {answer?.ok === false && !wantsProof(answer) ? answer.sentence : null}
              </FormMessage>
              <CodeField label={words.first} error={errorOf(answer, "code")} />
              <Row>
                <SubmitButton intent="confirm">{words.firstButton}</SubmitButton>
                <Link to="/settings/security">{words.back}</Link>
              </Row>
            </Stack>
          </Form>
        </Stack>
      </div>
    </Section>
  );
}

/** Where a code is typed; phones offer the one that a message or an app holds. */
export function CodeField(props: {
  readonly label: string;
  readonly error?: string | undefined;
  readonly any?: boolean;
}) {
  return (
    <TextField
      name="code"
      label={props.label}
      error={props.error}
      inputMode={props.any ? "text" : "numeric"}
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      required
      autoFocus
    />
  );
}

/** Dark on white in every theme: cameras do not read it the other way round. */
function QrCode({ size, path }: AppSecret["code"]) {
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={factorsWords.security.codeImage}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
