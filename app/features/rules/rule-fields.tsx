import { MAX_BODY } from "#app/domain/annotation/annotation.ts";
import { fallbacks, type RuleKind, type RuleTest } from "#app/domain/moderation/rules/rule.ts";
import { CheckField, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { rulesWords } from "#app/words/rules.ts";

const words = rulesWords.form;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What a new rule of each kind begins with. */
export const beginnings: { readonly [K in RuleKind]: Extract<RuleTest, { kind: K }> } = {
  words: { kind: "words", words: [] },
  expressions: { kind: "expressions", expressions: [], whenItFails: "hold" },
  links: { kind: "links", denied: [], allowed: [], others: false, onlyNew: false },
  repetition: { kind: "repetition", last: 10, inGroup: false, alike: 0.8 },
  rate: { kind: "rate", notes: 10, within: 5 * MINUTE },
  length: { kind: "length", least: 1, most: 5_000 },
  "first-posts": { kind: "first-posts", notes: 3, aged: 7 * DAY },
};

export type RuleFieldsProps = { readonly test: RuleTest; readonly answer: FormAnswer<unknown> | undefined };

/** The fields of a rule's kind. */
export function RuleFields({ test, answer }: RuleFieldsProps) {
  switch (test.kind) {
    case "words":
      return <Lines name="words" label={words.words} hint={words.wordsHint} lines={test.words} answer={answer} />;
    case "expressions":
      return (
        <>
          <Lines
            name="expressions"
            label={words.expressions}
            hint={words.expressionsHint}
            lines={test.expressions}
            answer={answer}
          />
          <SelectField
            name="whenItFails"
            label={words.whenItFails}
            choices={fallbacks.map((value) => ({ value, label: words.fallbacks[value] }))}
            defaultValue={typedValue(answer, "whenItFails", test.whenItFails)}
          />
        </>
      );
    case "links":
      return (
        <>
          <Lines name="denied" label={words.denied} hint={words.deniedHint} lines={test.denied} answer={answer} />
          <Lines name="allowed" label={words.allowed} lines={test.allowed} answer={answer} />
          <CheckField name="others" label={words.others} defaultChecked={test.others} />
          <CheckField name="onlyNew" label={words.onlyNew} defaultChecked={test.onlyNew} />
        </>
      );
    case "repetition":
      return (
        <>
          <Count name="last" label={words.last} value={test.last} range={[1, 50]} answer={answer} />
          <Count name="alike" label={words.alike} value={test.alike * 100} range={[50, 100]} answer={answer} />
          <CheckField name="inGroup" label={words.inGroup} defaultChecked={test.inGroup} />
        </>
      );
    case "rate":
      return (
        <>
          <Count name="notes" label={words.notes} value={test.notes} range={[1, 200]} answer={answer} />
          <Count name="minutes" label={words.minutes} value={test.within / MINUTE} range={[1, 1440]} answer={answer} />
        </>
      );
    case "length":
      return (
        <>
          <Count name="least" label={words.least} value={test.least} range={[0, MAX_BODY]} answer={answer} />
          <Count name="most" label={words.most} value={test.most} range={[1, MAX_BODY]} answer={answer} />
        </>
      );
    case "first-posts":
      return (
        <>
          <Count name="notes" label={words.firstNotes} value={test.notes} range={[1, 50]} answer={answer} />
          <Count name="days" label={words.days} value={test.aged / DAY} range={[0, 365]} answer={answer} />
        </>
      );
  }
}

type LinesProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly lines: readonly string[];
  readonly answer: FormAnswer<unknown> | undefined;
};

function Lines({ name, label, hint, lines, answer }: LinesProps) {
  return (
    <TextArea
      name={name}
      label={label}
      hint={hint}
      rows={6}
      spellCheck={false}
      autoCapitalize="none"
      defaultValue={typedValue(answer, name, lines.join("\n"))}
      error={errorOf(answer, name)}
    />
  );
}

type CountProps = {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly answer: FormAnswer<unknown> | undefined;
};

/** A whole number within its range. */
export function Count({ name, label, value, range: [min, max], answer }: CountProps) {
  return (
    <TextField
      type="number"
      inputMode="numeric"
      required
      {...{ name, label, min, max }}
      defaultValue={typedValue(answer, name, String(Math.round(value)))}
      error={errorOf(answer, name)}
    />
  );
}
