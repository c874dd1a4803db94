import type { AssignmentSetting } from "#app/context/assignments.ts";
import { typedIn } from "#app/domain/time/zoned.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Row } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";
import styles from "./assignment.module.css";
import { CopyForm } from "./copy-form.tsx";

const words = assignmentWords.edit;

/** What is done with an assignment beside its setting: more time for somebody, a copy, the archive. */
export function AfterSetting({ setting }: { readonly setting: AssignmentSetting }) {
  const { state, extensions, times, choice } = setting;
  const sayTime = useSayTime();
  const nameOf = (id: string) => [...choice.students, ...choice.sections].find((one) => one.id === id)?.name ?? "";
  return (
    <div className={styles.stack}>
      {state === "draft" || times.dueAt === null || choice.students.length === 0 ? null : (
        <div>
          <h3>{words.more}</h3>
          <p className={styles.hint}>{words.moreHint}</p>
          <RowForm intent="extend" button={words.give}>
            <SelectField
              name="whom"
              label={words.moreFor}
              choices={[
                ...choice.sections.map(({ id, name }) => ({ value: `section ${id}`, label: name })),
                ...choice.students.map(({ id, name }) => ({ value: `member ${id}`, label: name })),
              ]}
            />
            <TextField
              name="dueAt"
              type="datetime-local"
              label={words.moreUntil}
              defaultValue={typedIn(times.dueAt, times.zone)}
            />
          </RowForm>
          {extensions.length === 0 ? null : (
            <List>
              {extensions.map(({ id, for: whom, dueAt }) => (
                <ListRow key={id} title={words.given(nameOf(whom.id), sayTime(dueAt, "moment"))} />
              ))}
            </List>
          )}
        </div>
      )}
      <CopyForm setting={setting} />
      <div>
        <h3>{settingWords.start.title}</h3>
        <p className={styles.hint}>{settingWords.start.likeHint}</p>
        <RowForm intent="begin-like" button={settingWords.start.like} />
      </div>
      <Row>
        {state === "draft" ? (
          <RowForm intent="remove" button={words.remove} kind="danger" />
        ) : (
          <RowForm
            intent={state === "archived" ? "unarchive" : "archive"}
            button={state === "archived" ? words.unarchive : words.archive}
          />
        )}
      </Row>
    </div>
  );
}
