import { Form } from "@remix-run/react";
import type { CourseDates, DatesGiven } from "#app/context/assignments.ts";
import { timeNames } from "#app/domain/assignment/times.ts";
import { typedIn } from "#app/domain/time/zoned.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { CheckField, FormMessage, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { INTENT } from "#app/ui/intent.ts";
import { joined } from "#app/ui/joined.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import styles from "./assignment.module.css";
import { dateField } from "./assignment-forms.ts";

const words = settingWords.dates;

export type DatesPageProps = {
  readonly dates: CourseDates;
  readonly answer: FormAnswer<readonly DatesGiven[]> | undefined;
};

/** All dates of a course: moved together or typed, looked at, and then saved. */
export function DatesPage({ dates: { lines }, answer }: DatesPageProps) {
  if (lines.length === 0) return <EmptyState title={words.nothing} />;
  const isLooking = answer?.ok === false;
  return (
    <Section title={words.title} hint={words.lead}>
      <Stack gap="l">
        <Answer answer={answer} />
        {/* Looked at or saved, it is another form, with what came of it. */}
        <Form
          method="post"
          key={isLooking ? JSON.stringify(answer.values) : versionsOf(lines)}
          className={styles.stack}
        >
          {/* What Enter presses in a field. */}
          <button type="submit" name={INTENT} value="look" hidden />
          <fieldset className={styles.group}>
            <legend>{words.move}</legend>
            {lines.map(({ id, title }) => (
              <CheckField
                key={id}
                name={dateField(id, "move")}
                label={<bdi>{title}</bdi>}
                defaultChecked={!isLooking}
              />
            ))}
            <div className={styles.days}>
              <TextField
                name="days"
                label={words.days}
                type="number"
                inputMode="numeric"
                defaultValue={typedValue(answer, "days", "7")}
              />
              <SubmitButton intent="look" kind="plain">
                {words.look}
              </SubmitButton>
            </div>
          </fieldset>
          {lines.map((line) => (
            <Line key={line.id} line={line} answer={answer} />
          ))}
          <Row>
            <SubmitButton intent="save">{words.save}</SubmitButton>
            {isLooking ? <span className={styles.hint}>{words.notSaved}</span> : null}
          </Row>
        </Form>
      </Stack>
    </Section>
  );
}

/** What was saved, with the way back. */
function Answer({ answer }: Pick<DatesPageProps, "answer">) {
  if (answer === undefined) return null;
  if (!answer.ok) {
    const isRefused = answer.sentence !== "" || Object.keys(answer.fields).length > 0;
    return <FormMessage kind="error">{isRefused ? answer.sentence || assignmentWords.check : null}</FormMessage>;
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
              {timeNames.map((name) => (
                <input key={name} type="hidden" name={dateField(id, `at-${name}`)} value={times[name] ?? ""} />
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

type LineProps = Pick<DatesPageProps, "answer"> & { readonly line: CourseDates["lines"][number] };

function Line({ line: { id, title, state, version, times }, answer }: LineProps) {
  const sayTime = useSayTime();
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
        {timeNames.map((name) => {
          const was = times[name];
          const typed = typedValue(answer, dateField(id, name), typedIn(was, times.zone));
          const isChanged = typed !== typedIn(was, times.zone);
          return (
            <TextField
              key={name}
              name={dateField(id, name)}
              type="datetime-local"
              label={assignmentWords.edit[name]}
              hint={isChanged ? words.changed(was === null ? words.unset : sayTime(was, "moment")) : undefined}
              defaultValue={typed}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function versionsOf(lines: CourseDates["lines"]): string {
  return lines.map(({ version }) => version).join();
}
