import type { Guideline } from "#app/context/people.ts";
import { MAX_GUIDELINE_TITLE } from "#app/domain/moderation/guideline.ts";
import { Badge } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { guidelineWords as words } from "#app/words/guidelines.ts";
import { moderationWords } from "#app/words/moderation.ts";
import styles from "./people.module.css";
import { ReasonChoices } from "./reason-choices.tsx";

export type GuidelinesPageProps = { readonly guidelines: readonly Guideline[]; readonly mayEdit: boolean };

/** The rules of conduct of a group: members read them, teachers keep them, and every earlier wording can be read. */
export function GuidelinesPage({ guidelines, mayEdit }: GuidelinesPageProps) {
  return (
    <div className={styles.page}>
      <Section title={words.title} hint={words.hint}>
        {guidelines.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
        <ol className={styles.rules}>
          {guidelines.map((rule) => (
            <li key={`${rule.id} ${rule.version}`} id={`rule-${rule.number}`} className={styles.rule}>
              <Rule rule={rule} mayEdit={mayEdit} />
            </li>
          ))}
        </ol>
        {mayEdit ? (
          <Disclosure look="button" icon="plus" summary={words.add}>
            <div className={styles.wide}>
              <RowForm key={guidelines.length} intent="save" button={words.add} kind="primary">
                <RuleFields rule={null} />
              </RowForm>
            </div>
          </Disclosure>
        ) : null}
      </Section>
    </div>
  );
}

function Rule({ rule, mayEdit }: { readonly rule: Guideline; readonly mayEdit: boolean }) {
  return (
    <>
      <h3 dir="auto">{words.citation(rule.number, rule.title)}</h3>
      <p className={styles.said} dir="auto">
        {rule.words}
      </p>
      <p className={styles.reasons}>
        {rule.reasons.map((reason) => (
          <Badge key={reason}>{moderationWords.reasons[reason]}</Badge>
        ))}
        <span className={styles.none}>
          {words.version(rule.version)} · <Time at={rule.at} form="date" />
        </span>
      </p>
      {rule.earlier.length === 0 ? null : (
        <Disclosure summary={words.earlier}>
          {rule.earlier.map(({ version, title, words: said, at }) => (
            <div key={version}>
              <p dir="auto">
                <b>{title}</b> · {words.version(version)} · <Time at={at} form="date" />
              </p>
              <p className={styles.said} dir="auto">
                {said}
              </p>
            </div>
          ))}
        </Disclosure>
      )}
      {mayEdit ? (
        <Disclosure summary={words.edit}>
          <div className={styles.wide}>
            <RowForm intent="save" fields={{ id: rule.id }} button={words.save} kind="primary">
              <RuleFields rule={rule} />
            </RowForm>
          </div>
          <RowForm intent="retire" fields={{ id: rule.id }} button={words.retire} kind="danger" />
        </Disclosure>
      ) : null}
    </>
  );
}

function RuleFields({ rule }: { readonly rule: Guideline | null }) {
  return (
    <>
      <TextField
        name="title"
        label={words.ruleTitle}
        required
        maxLength={MAX_GUIDELINE_TITLE}
        defaultValue={rule?.title}
      />
      <TextArea name="words" label={words.ruleWords} required rows={4} defaultValue={rule?.words} />
      <ReasonChoices legend={words.ruleReasons} chosen={rule?.reasons ?? []} />
    </>
  );
}
