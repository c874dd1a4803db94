import { Form } from "@remix-run/react";
import type { FactorsPage, PasskeyRow } from "#app/context/factors.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, wantsProof } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Notice, Row, Section } from "#app/ui/page.tsx";
import { ProofForm } from "#app/ui/proof.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { factorsWords } from "#app/words/factors.ts";
import { PasskeyForm } from "./passkey-form.tsx";
import { NewRecoveryCodes } from "./recovery-codes.tsx";
import styles from "./security.module.css";

export type SecuritySettingsProps = {
  readonly page: FactorsPage;
  readonly origin: string;
  /** Where somebody was going who had to come here first. */
  readonly to: string;
  readonly answer: FormAnswer<{ readonly codes: readonly string[]; readonly isFirst: boolean } | undefined> | undefined;
};

const words = factorsWords.security;

/** What a member proves themselves with beside the password. */
export function SecuritySettings({ page, origin, to, answer }: SecuritySettingsProps) {
  const { app, passkeys, isRequired } = page;
  const has = app !== null || passkeys.length > 0;
  const done = answer?.ok ? answer.value : undefined;
  return (
    <>
      {isRequired && !has ? <Notice>{words.demanded}</Notice> : null}
      <ProofForm answer={answer} />
      <FormMessage kind="error">{answer?.ok === false && !wantsProof(answer) ? answer.sentence : null}</FormMessage>
      <FormMessage kind="done">{done?.isFirst ? words.done : null}</FormMessage>
      <NewRecoveryCodes codes={done?.codes ?? []} />
      {has && to !== "/" ? (
        <Row>
          <ButtonLink to={to} kind="primary" reloadDocument>
            {words.goOn}
          </ButtonLink>
        </Row>
      ) : null}
      <Section title={words.appTitle} hint={words.appHint}>
        <Form method="post">
          <Row>
            {app === null ? null : (
              <span>
                {words.appSince} <Time at={app.since} form="date" />
              </span>
            )}
            {app === null ? (
              <SubmitButton intent="begin">{words.appBegin}</SubmitButton>
            ) : (
              <SubmitButton intent="remove-app" kind="danger">
                {words.appRemove}
              </SubmitButton>
            )}
          </Row>
        </Form>
      </Section>
      <Section title={words.keysTitle} hint={words.keysHint}>
        {passkeys.length > 0 ? (
          <List>
            {passkeys.map((passkey) => (
              <PasskeyLine key={passkey.id} passkey={passkey} />
            ))}
          </List>
        ) : null}
        <PasskeyForm key={passkeys.length} purpose="enrol" origin={origin} button={words.keyAdd}>
          <TextField
            name="name"
            label={words.keyName}
            hint={words.keyNameHint}
            autoComplete="off"
            error={errorOf(answer, "name")}
          />
        </PasskeyForm>
        <noscript>{words.scriptless}</noscript>
      </Section>
      {has ? (
        <Section title={words.codesTitle} hint={words.codesHint}>
          <Form method="post">
            <Row>
              <span>{words.codesLeft(page.codesLeft)}</span>
              <SubmitButton intent="codes" kind="plain">
                {words.codesRenew}
              </SubmitButton>
            </Row>
          </Form>
        </Section>
      ) : null}
    </>
  );
}

function PasskeyLine({ passkey }: { readonly passkey: PasskeyRow }) {
  const { id, name, createdAt, usedAt } = passkey;
  return (
    <ListRow
      title={name}
      line={
        <>
          {words.keySince} <Time at={createdAt} form="date" /> ·{" "}
          {usedAt === null ? (
            words.keyUnused
          ) : (
            <>
              {words.keyUsed} <Time at={usedAt} />
            </>
          )}
        </>
      }
    >
      <div className={styles.tools}>
        <Form method="post" className={styles.tools}>
          <input type="hidden" name="id" value={id} />
          <TextField name="name" label={words.keyNewName(name)} hideLabel defaultValue={name} key={name} required />
          <SubmitButton intent="rename" kind="plain" size="s">
            {words.keyRename}
          </SubmitButton>
        </Form>
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <SubmitButton intent="remove-passkey" kind="danger" size="s">
            {words.keyRemove}
          </SubmitButton>
        </Form>
      </div>
    </ListRow>
  );
}
