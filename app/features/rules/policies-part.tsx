import { useState } from "react";
import type { RulesPage, ShownPolicy } from "#app/context/rules.ts";
import { type HoldScope, holdScopes } from "#app/domain/moderation/rules/hold-policy.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { RadioRow, SelectField, TextField } from "#app/ui/field.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { rulesWords } from "#app/words/rules.ts";
import { Count } from "./rule-fields.tsx";
import styles from "./rules-page.module.css";

const words = rulesWords.policies;
const DAY = 24 * 60 * 60 * 1000;
/** Where a policy can be set by hand. */
const offered = holdScopes.filter((scope) => scope !== "assignment");

/** Which notes wait for a person whatever they say. */
export function PoliciesPart({ page }: { readonly page: RulesPage }) {
  const { policies, mayEdit } = page;
  return (
    <Section title={words.title} hint={words.hint}>
      {policies.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      <List>
        {policies.map((policy) => (
          <PolicyRow key={policy.id} policy={policy} mayEdit={mayEdit} />
        ))}
      </List>
      {mayEdit ? (
        <Disclosure look="button" icon="plus" summary={words.add}>
          <RowForm key={policies.map(({ id }) => id).join()} intent="set-policy" button={words.save} kind="primary">
            <PolicyFields page={page} />
          </RowForm>
        </Disclosure>
      ) : null}
    </Section>
  );
}

function PolicyRow({ policy, mayEdit }: { readonly policy: ShownPolicy; readonly mayEdit: boolean }) {
  const sayTime = useSayTime();
  const { kind, scope, name, notes, aged, until, reason } = policy;
  const said = [
    ...(kind === "newcomers" ? [words.newcomers(notes, Math.round(aged / DAY))] : []),
    ...(until === null ? [] : [words.lasts(sayTime(until, "moment"))]),
    ...(reason === "" ? [] : [reason]),
  ];
  return (
    <ListRow
      title={
        <span dir="auto">
          {words.kinds[kind]} · {name === "" ? words.scopes[scope] : `${words.scopes[scope]}: ${name}`}
        </span>
      }
      line={said.length === 0 ? null : <span dir="auto">{said.join(" · ")}</span>}
      end={mayEdit ? <RowForm intent="end-policy" fields={{ policy: policy.id }} button={words.end} /> : null}
    />
  );
}

function PolicyFields({ page: { texts, members } }: { readonly page: RulesPage }) {
  const [scope, setScope] = useState<HoldScope>("group");
  const [kind, setKind] = useState("approval");
  const choose = { value: "", label: words.choose };
  return (
    <>
      <div onChange={({ target }) => target instanceof HTMLInputElement && setKind(target.value)}>
        <RadioRow
          name="kind"
          legend={words.kind}
          choices={(["approval", "newcomers"] as const).map((value) => ({ value, label: words.kinds[value] }))}
          defaultValue={kind}
        />
      </div>
      {kind === "newcomers" ? (
        <>
          <Count name="notes" label={rulesWords.form.firstNotes} value={3} range={[1, 50]} answer={undefined} />
          <Count name="days" label={rulesWords.form.days} value={7} range={[0, 365]} answer={undefined} />
        </>
      ) : null}
      <SelectField
        name="scope"
        label={words.scope}
        value={scope}
        onChange={({ target }) => setScope(offered.find((one) => one === target.value) ?? "group")}
        choices={offered.map((value) => ({ value, label: words.scopes[value] }))}
      />
      {scope === "document" ? (
        <SelectField
          name="document"
          label={words.text}
          choices={[choose, ...texts.map(({ id, title }) => ({ value: id, label: title }))]}
        />
      ) : null}
      {scope === "member" ? (
        <SelectField
          name="member"
          label={words.member}
          choices={[choose, ...members.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      ) : null}
      {scope === "thread" ? <TextField name="thread" label={words.thread} required /> : null}
      <TextField name="until" type="date" label={words.until} />
      <TextField name="reason" label={words.reason} maxLength={200} />
    </>
  );
}
