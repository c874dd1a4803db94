import { Form, useFetcher } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import type { DryRun, ShownRule } from "#app/context/rules.ts";
import { type RuleTest, ruleActions } from "#app/domain/moderation/rules/rule.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckField, FormMessage, SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { INTENT } from "#app/ui/intent.ts";
import { Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { rulesWords } from "#app/words/rules.ts";
import { RuleFields } from "./rule-fields.tsx";
import styles from "./rules-page.module.css";
import { TrialResult } from "./trial-result.tsx";

export type RuleEditorProps = {
  /** Null for a new rule. */
  readonly rule: ShownRule | null;
  readonly test: RuleTest;
  readonly answer: FormAnswer<unknown> | undefined;
};

const words = rulesWords.form;
const page = rulesWords.page;

/** Milliseconds without a key after which the rule is tried by itself. */
const PAUSE = 600;
export const TRY_OUT = "try-out";

/** A rule being written, and beside it what it would have met in the latest notes. */
export function RuleEditor({ rule, test, answer }: RuleEditorProps) {
  const form = useRef<HTMLFormElement>(null);
  const [action, setAction] = useState(rule?.action ?? "hold");
  const { trial, isRunning, later } = useTrial(form);
  const shown = trial ?? trialIn(answer);
  const note = useId();
  return (
    <Section title={rule === null ? words.newRule(page.kinds[test.kind]) : page.edit(rule.name)}>
      <div className={styles.editor}>
        <Form method="post" ref={form} onInput={later} aria-describedby={note}>
          <input type="hidden" name="rule" value={rule?.id ?? ""} />
          <input type="hidden" name="kind" value={test.kind} />
          <Stack>
            <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
            <TextField
              name="name"
              label={words.name}
              hint={words.nameHint}
              required
              maxLength={80}
              defaultValue={typedValue(answer, "name", rule?.name ?? page.kinds[test.kind])}
              error={errorOf(answer, "name")}
            />
            <RuleFields test={test} answer={answer} />
            <SelectField
              name="action"
              label={words.action}
              choices={ruleActions.map((value) => ({ value, label: page.actions[value] }))}
              defaultValue={typedValue(answer, "action", action)}
              onChange={({ target }) => setAction(ruleActions.find((one) => one === target.value) ?? "hold")}
            />
            {action === "nudge" ? (
              <CheckField name="thenHold" label={words.thenHold} defaultChecked={rule?.thenHold ?? true} />
            ) : null}
            <div className={styles.buttons}>
              <SubmitButton intent="save">{words.save}</SubmitButton>
              <Button type="submit" name={INTENT} value={TRY_OUT} formNoValidate>
                {words.tryOut}
              </Button>
              <ButtonLink kind="quiet" to="?">
                {words.cancel}
              </ButtonLink>
            </div>
          </Stack>
        </Form>
        <aside id={note} className={styles.trial} aria-label={words.trial} aria-live="polite">
          <h3>{words.trial}</h3>
          {isRunning ? <p className={styles.quiet}>{words.trialRunning}</p> : null}
          {shown === null ? <p className={styles.quiet}>{words.trialHint}</p> : <TrialResult trial={shown} />}
        </aside>
      </div>
    </Section>
  );
}

/** Tries what stands in the form a moment after the last key. */
function useTrial(form: React.RefObject<HTMLFormElement>) {
  const fetcher = useFetcher<FormAnswer<unknown>>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (form.current === null) return;
      const typed = new FormData(form.current);
      typed.set(INTENT, TRY_OUT);
      fetcher.submit(typed, { method: "post" });
    }, PAUSE);
  };
  return { trial: trialIn(fetcher.data), isRunning: fetcher.state !== "idle", later };
}

function trialIn(answer: FormAnswer<unknown> | undefined): DryRun | null {
  const value = answer?.ok === true ? answer.value : null;
  return typeof value === "object" && value !== null && "samples" in value ? (value as DryRun) : null;
}
