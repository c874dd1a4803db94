import type { CannedAnswer } from "#app/context/people.ts";
import { answerKinds, MAX_ANSWER_TITLE } from "#app/domain/moderation/canned-answer.ts";
import { Badge } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { guidelineWords } from "#app/words/guidelines.ts";
import { moderationWords } from "#app/words/moderation.ts";
import styles from "./people.module.css";
import { ReasonChoices } from "./reason-choices.tsx";

const words = guidelineWords.answers;

/** The answers that moderators of a group keep, by what they are for. */
export function AnswersPage({ answers }: { readonly answers: readonly CannedAnswer[] }) {
  return (
    <div className={styles.page}>
      <Section title={words.title} hint={words.hint}>
        {answers.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
        <List>
          {answers.map((answer) => (
            <ListRow
              key={`${answer.id} ${answer.title} ${answer.words}`}
              title={
                <>
                  <span dir="auto">{answer.title}</span> <Badge kind="accent">{words.kinds[answer.kind]}</Badge>
                  {answer.reasons.map((reason) => (
                    <Badge key={reason}>{moderationWords.reasons[reason]}</Badge>
                  ))}
                </>
              }
              line={words.uses(answer.uses)}
            >
              <p className={styles.said} dir="auto">
                {answer.words}
              </p>
              <Disclosure summary={guidelineWords.edit}>
                <div className={styles.wide}>
                  <RowForm intent="save" fields={{ id: answer.id }} button={guidelineWords.save} kind="primary">
                    <AnswerFields answer={answer} />
                  </RowForm>
                </div>
                <RowForm intent="remove" fields={{ id: answer.id }} button={words.remove} kind="danger" />
              </Disclosure>
            </ListRow>
          ))}
        </List>
        <Disclosure look="button" icon="plus" summary={words.add}>
          <div className={styles.wide}>
            <RowForm key={answers.length} intent="save" button={words.add} kind="primary">
              <AnswerFields answer={null} />
            </RowForm>
          </div>
        </Disclosure>
      </Section>
    </div>
  );
}

function AnswerFields({ answer }: { readonly answer: CannedAnswer | null }) {
  return (
    <>
      <SelectField
        name="kind"
        label={words.kind}
        choices={answerKinds.map((value) => ({ value, label: words.kinds[value] }))}
        defaultValue={answer?.kind ?? "remove"}
      />
      <TextField name="title" label={words.name} required maxLength={MAX_ANSWER_TITLE} defaultValue={answer?.title} />
      <TextArea name="words" label={words.words} required rows={4} defaultValue={answer?.words} />
      <ReasonChoices legend={words.reasons} chosen={answer?.reasons ?? []} />
      <p className={styles.none}>{words.anyReason}</p>
    </>
  );
}
