import { Form } from "@remix-run/react";
import { useRef, useState } from "react";
import type { Desk, GivenMark } from "#app/context/grading.ts";
import { meanOf, rounded } from "#app/domain/assignment/grade.ts";
import { suggestionOf } from "#app/domain/assignment/rubric.ts";
import { CheckField, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import styles from "./desk.module.css";
import { levelField } from "./grade-form.ts";
import { Phrases } from "./phrases.tsx";
import { Rubric } from "./rubric.tsx";
import { SuggestionLine } from "./suggestion-line.tsx";
import { usePanelKeys } from "./use-panel-keys.ts";

const words = boardWords.desk;

export type GradePanelProps = { readonly desk: Desk; readonly answer: FormAnswer<string> | undefined };

/** The grade: by the rubric, by what is suggested, or otherwise with a reason. */
export function GradePanel({ desk, answer }: GradePanelProps) {
  const { assignment, own, suggestion, share, marks, bank } = desk;
  const { scheme } = assignment;
  const rubric = scheme.kind === "points" ? scheme.rubric : [];
  const first = firstOf(own.mark, own.marking === "final" ? marks : []);
  const form = useRef<HTMLFormElement>(null);
  const [levels, setLevels] = useState(() =>
    Object.fromEntries(rubric.map(({ id }) => [id, typedValue(answer, levelField(id), first.levels[id] ?? "")])),
  );
  const [points, setPoints] = useState(typedValue(answer, "points", first.points));
  const byRules = suggestion.from === "rules" ? suggestion.reached : null;
  const said = suggestionOf(scheme, { byRules, levels, share });
  const shown = said.points === null ? suggestion : said;
  const take = () => shown.points !== null && setPoints(String(shown.points));
  const choose = (criterion: string, level: string) => {
    const next = { ...levels, [criterion]: level };
    setLevels(next);
    const then = suggestionOf(scheme, { byRules, levels: next, share });
    if (then.from === "rubric" && then.points !== null) setPoints(String(then.points));
  };
  const turn = usePanelKeys({ form, rubric, onChoose: choose, onTake: take });
  return (
    <Form ref={form} method="post" className={styles.form}>
      <h2>{own.marking === "final" && assignment.hasSecondMarker ? words.lastWord : words.own[own.marking]}</h2>
      <input type="hidden" name="version" value={own.version} />
      <input type="hidden" name="marking" value={own.marking === "final" ? "final" : "own"} />
      {scheme.kind === "none" ? null : <SuggestionLine desk={desk} suggestion={shown} onTake={take} />}
      <Rubric rubric={rubric} levels={levels} turn={turn} onChoose={choose} />
      {scheme.kind === "points" ? (
        <TextField
          name="points"
          label={assignmentWords.board.points(scheme.points)}
          inputMode="decimal"
          autoComplete="off"
          value={points}
          onChange={(event) => setPoints(event.target.value)}
          error={errorOf(answer, "points")}
        />
      ) : scheme.kind === "complete" ? (
        <SelectField
          name="points"
          label={assignmentWords.board.grade}
          choices={[
            { value: "", label: assignmentWords.board.undecided },
            { value: "1", label: assignmentWords.board.isComplete },
            { value: "0", label: assignmentWords.board.notComplete },
          ]}
          value={points}
          onChange={(event) => setPoints(event.target.value)}
          error={errorOf(answer, "points")}
        />
      ) : null}
      {scheme.kind === "none" ? null : (
        <TextField
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          autoComplete="off"
          defaultValue={typedValue(answer, "reason", own.mark?.reason ?? "")}
          error={errorOf(answer, "reason")}
        />
      )}
      <TextArea
        name="comment"
        label={assignmentWords.board.comment}
        rows={5}
        defaultValue={typedValue(answer, "comment", first.comment)}
        error={errorOf(answer, "comment")}
      />
      <Phrases bank={bank} form={form} />
      <CheckField
        name="isExcused"
        label={assignmentWords.board.excuse}
        defaultChecked={answer?.ok === false ? answer.values.isExcused === "on" : (own.mark?.isExcused ?? false)}
      />
      {desk.isReleased ? <p className={styles.facts}>{words.released}</p> : null}
      <div className={styles.buttons}>
        <SubmitButton intent="grade-next" icon="check" aria-keyshortcuts="s">
          {words.saveNext}
        </SubmitButton>
        <SubmitButton intent="grade" kind="plain">
          {words.save}
        </SubmitButton>
      </div>
    </Form>
  );
}

type First = Pick<GivenMark, "levels" | "comment"> & { readonly points: string };

/** What stands in the form at first: what was given, or for the last word the middle of what both gave. */
function firstOf(mark: GivenMark | null, both: readonly GivenMark[]): First {
  if (mark !== null) return { levels: mark.levels, comment: mark.comment, points: sayField(mark.points) };
  const points = both.flatMap((one) => one.points ?? []);
  const comments = both.map(({ comment }) => comment).filter((comment) => comment !== "");
  return { levels: {}, comment: comments.join("\n\n"), points: sayField(meanOf(points)) };
}

function sayField(points: number | null): string {
  return points === null ? "" : String(rounded(points));
}
