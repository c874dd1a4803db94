import { Form } from "@remix-run/react";
import type { CourseDates, DatesGiven } from "#app/context/assignments.ts";
import { movedTimes } from "#app/domain/assignment/moved.ts";
import { typedIn } from "#app/domain/time/zoned.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { CheckField, FormMessage, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { joined } from "#app/ui/joined.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import styles from "./assignment.module.css";
import { dateField } from "./assignment-forms.ts";

const words = settingWords.dates;
const names = ["opensAt", "dueAt", "closesAt"] as const;

export type DatesPageProps = {
  readonly dates: CourseDates;
  /** What is shown moved, and not saved yet. */
  readonly move: { readonly ids: readonly string[]; readonly days: number };
  readonly answer: FormAnswer<readonly DatesGiven[]> | undefined;
};

/** All dates of a course: moved together, looked at, and then saved. */
export function DatesPage({ dates: { lines }, move, answer }: DatesPageProps) {
  if (lines.length === 0) return <EmptyState title={words.nothing} />;
  const isMoving = move.days !== 0 && move.ids.length > 0 && answer?.ok !== true;
  return (
    <Section title={words.title} hint={words.lead}>
      <Stack gap="l">
        <Answer answer={answer} />
        <Form method="get" className={styles.stack}>
          <fieldset className={styles.group}>
            <legend>{words.move}</legend>
            {lines.map(({ id, title }) => (
              <CheckField
                key={id}
                name="move"
                value={id}
                label={<bdi>{title}</bdi>}
                defaultChecked={move.ids.length === 0 || move.ids.includes(id)}
              />
            ))}
          </fieldset>
          <div className={styles.days}>
            <TextField
              name="days"
              label={words.days}
              type="number"
              inputMode="numeric"
              defaultValue={move.days === 0 ? 7 : move.days}
            />
            <SubmitButton kind="plain">{words.look}</SubmitButton>
          </div>
        </Form>
        {/* Saved or moved otherwise, it is another form. */}
        <Form
          method="post"
          key={`${move.days} ${move.ids.join()} ${lines.map(({ version }) => version).join()}`}
          className={styles.stack}
        >
          {lines.map((line) => (
            <Line
              key={line.id}
              line={line}
              days={isMoving && move.ids.includes(line.id) ? move.days : 0}
              answer={answer}
            />
          ))}
          <Row>
            <SubmitButton intent="save">{words.save}</SubmitButton>
            {isMoving ? <span className={styles.hint}>{words.notSaved}</span> : null}
          </Row>
        </Form>
      </Stack>
    </Section>
  );
}

/** What was saved, with the way back. */
function Answer({ answer }: Pick<DatesPageProps, "answer">) {
  if (answer?.ok !== true) {
    const sentence = answer === undefined ? null : answer.sentence || assignmentWords.check;
    return <FormMessage kind="error">{sentence}</FormMessage>;
  }
  const before = answer.value;
  return (
    <>
      <FormMessage kind="done">{before.length === 0 ? words.same : words.saved(before.length)}</FormMessage>
      {before.length === 0 ? null : (
        <Form method="post">
          {before.map(({ id, version, times }) => (
            <span key={id}>
              <input type="hidden" name={dateField(id, "version")} value={version} />
              {names.map((name) => (
                <input key={name} type="hidden" name={dateField(id, name)} value={typedIn(times[name], times.zone)} />
              ))}
            </span>
          ))}
          <SubmitButton intent="take-back" kind="plain" size="s" icon="undo">
            {words.takeBack}
          </SubmitButton>
        </Form>
      )}
    </>
  );
}

type LineProps = Pick<DatesPageProps, "answer"> & {
  readonly line: CourseDates["lines"][number];
  readonly days: number;
};

function Line({ line: { id, title, state, version, times }, days, answer }: LineProps) {
  const sayTime = useSayTime();
  const shown = days === 0 ? times : movedTimes(times, days);
  const error = errorOf(answer, id);
  return (
    <fieldset className={styles.group}>
      <legend dir="auto">{title}</legend>
      <p className={styles.hint}>
        {joined([state === "draft" ? assignmentWords.list.draft : "", words.zone(times.zone)])}
      </p>
      {error === undefined ? null : <p className={styles.error}>{error}</p>}
      <input type="hidden" name={dateField(id, "version")} value={version} />
      <div className={styles.dates}>
        {names.map((name) => {
          const was = times[name];
          const isChanged = shown[name] !== was && was !== null;
          return (
            <TextField
              key={name}
              name={dateField(id, name)}
              type="datetime-local"
              label={assignmentWords.edit[name]}
              hint={isChanged ? words.changed(sayTime(was, "moment")) : undefined}
              defaultValue={typedValue(answer, dateField(id, name), typedIn(shown[name], times.zone))}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
