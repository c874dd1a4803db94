import { Form, Link } from "@remix-run/react";
import type { AssignmentSetting } from "#app/context/assignments.ts";
import { MAX_INSTRUCTIONS, MAX_TITLE } from "#app/domain/assignment/assignment.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormMessage, TextArea, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { INTENT } from "#app/ui/intent.ts";
import { Notice, Page, PageHead, Section, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import { AfterSetting } from "./after-setting.tsx";
import { CountFields } from "./count-fields.tsx";
import { PromptFields } from "./prompt-fields.tsx";
import { RubricFields } from "./rubric-fields.tsx";
import { GradeFields, SeeingFields, WhenFields } from "./setting-fields.tsx";
import { TextFields } from "./text-fields.tsx";

const words = assignmentWords.edit;

export type EditPageProps = {
  readonly setting: AssignmentSetting;
  readonly answer: FormAnswer<string> | undefined;
};

/** Everything that a teacher sets: texts and tasks first, what is rarely changed below. */
export function EditPage({ setting, answer }: EditPageProps) {
  const { id, title, state, group, version, hasWork } = setting;
  const error = (field: string) => errorOf(answer, field);
  return (
    <Page>
      <PageHead
        title={words.title(title)}
        actions={
          state === "draft" ? (
            <RowForm intent="publish" button={words.publish} kind="primary" icon="check" />
          ) : undefined
        }
      >
        <Link to={`/g/${group.id}/assignments`}>{group.name}</Link>
        {state === "draft" ? ` · ${words.publishHint}` : null}
        {state === "draft" ? null : (
          <>
            {" · "}
            <Link to={`/assignments/${id}/board`}>{assignmentWords.list.board}</Link>
          </>
        )}
      </PageHead>
      {hasWork ? <Notice>{words.hasWork}</Notice> : null}
      {setting.notesLeft === 0 ? null : (
        <Notice actions={<RowForm intent="publish" button={settingWords.copy.again} icon="retry" />}>
          {settingWords.copy.left(setting.notesLeft)}
        </Notice>
      )}
      <FormMessage kind="done">{answer?.ok === true ? answer.value : null}</FormMessage>
      <FormMessage kind="error">
        {answer?.ok === false ? answer.sentence || Object.values(answer.fields)[0] : null}
      </FormMessage>
      {/* Another version is another form: what somebody else set meanwhile is shown, and what was typed is kept. */}
      <Form method="post" key={version}>
        <input type="hidden" name="version" value={version} />
        {/* What Enter presses in a field: the first button of the form, which would be one of those that make room. */}
        <button type="submit" name={INTENT} value="save" hidden />
        <Stack gap="l">
          <TextField
            name="title"
            label={assignmentWords.list.name}
            required
            maxLength={MAX_TITLE}
            defaultValue={typedValue(answer, "title", title)}
            error={error("title")}
          />
          <TextArea
            name="instructions"
            label={words.instructions}
            hint={words.instructionsHint}
            rows={5}
            maxLength={MAX_INSTRUCTIONS}
            defaultValue={typedValue(answer, "instructions", setting.instructions)}
            error={error("instructions")}
          />
          <TextFields setting={setting} answer={answer} error={error("texts")} />
          <PromptFields setting={setting} answer={answer} error={error("prompts")} />
          <WhenFields setting={setting} answer={answer} />
          <Disclosure
            summary={words.counts}
            open={setting.requirements.length > 0 || error("requirements") !== undefined}
          >
            <CountFields setting={setting} answer={answer} error={error("requirements")} />
          </Disclosure>
          <Disclosure
            summary={words.seeing}
            open={
              setting.reveal.kind !== "open" ||
              setting.anonymity !== "off" ||
              ["reveal", "anonymity"].some((field) => error(field) !== undefined)
            }
          >
            <SeeingFields setting={setting} answer={answer} error={error("reveal")} />
          </Disclosure>
          <Disclosure
            summary={words.grading}
            open={
              setting.scheme.kind === "points" ||
              ["points", "late", "rubric"].some((field) => error(field) !== undefined)
            }
          >
            <GradeFields setting={setting} answer={answer} error={error("points") ?? error("late")} />
            <RubricFields
              rubric={setting.scheme.kind === "points" ? setting.scheme.rubric : []}
              answer={answer}
              error={error("rubric")}
            />
          </Disclosure>
          <div>
            <SubmitButton intent="save">{words.save}</SubmitButton>
          </div>
        </Stack>
      </Form>
      <Section title={words.after}>
        <AfterSetting setting={setting} />
      </Section>
    </Page>
  );
}
