import { Form, Link } from "@remix-run/react";
import type { AssignmentLine, AssignmentList as List_ } from "#app/context/assignments.ts";
import { MAX_TITLE } from "#app/domain/assignment/assignment.ts";
import { templates } from "#app/domain/assignment/templates.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage, SelectField, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { joined } from "#app/ui/joined.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { archiveWords } from "#app/words/archive.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { readingTimeWords } from "#app/words/reading-time.ts";
import { sayScore } from "#app/words/say-grade.ts";
import { settingWords } from "#app/words/setting.ts";
import { sayStart } from "./say-start.ts";
import { useSayDue } from "./use-say-due.ts";
import { WorkBadge } from "./work-badge.tsx";

const words = assignmentWords.list;

export type AssignmentListProps = {
  readonly list: List_;
  /** What a new one can be about. */
  readonly texts: readonly { readonly id: string; readonly title: string }[];
  /** Id of the assignment that the form would make. */
  readonly newId: string;
  readonly answer: FormAnswer<unknown> | undefined;
};

/** The assignments of a group: what is due for a student, what was handed in for staff, and the form for another one. */
export function AssignmentList({ list, texts, newId, answer }: AssignmentListProps) {
  const hasGrades = list.lines.some(({ counts, state }) => counts !== null && state !== "draft");
  return (
    <Stack gap="l">
      {list.lines.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <List>
          {list.lines.map((line) => (
            <Line key={line.id} line={line} maySet={list.maySet} />
          ))}
        </List>
      )}
      {list.lines.some(({ work }) => work !== null) ? (
        <p>
          <ButtonLink to="export" reloadDocument size="s" icon="download">
            {archiveWords.take}
          </ButtonLink>
        </p>
      ) : null}
      {hasGrades || list.maySet ? (
        <Row>
          {hasGrades ? <Link to={`/g/${list.group.id}/gradebook`}>{assignmentWords.book.title}</Link> : null}
          {list.maySet ? <Link to={`/g/${list.group.id}/sections`}>{assignmentWords.edit.sections}</Link> : null}
          {list.maySet && list.lines.length > 0 ? (
            <Link to={`/g/${list.group.id}/assignments/dates`}>{settingWords.dates.link}</Link>
          ) : null}
        </Row>
      ) : null}
      {list.maySet ? <NewForm texts={texts} newId={newId} answer={answer} /> : null}
      {list.maySet && list.start !== null ? (
        <Section title={settingWords.start.title}>
          <Row>
            <span>{settingWords.start.begin(sayStart(list.start))}</span>
            <RowForm intent="begin-plain" button={settingWords.start.plain} />
          </Row>
        </Section>
      ) : null}
      {list.maySet ? <Measuring isOn={list.measuresReading} /> : null}
    </Stack>
  );
}

function Line({ line, maySet }: { readonly line: AssignmentLine; readonly maySet: boolean }) {
  const sayTime = useSayTime();
  const sayDue = useSayDue();
  const { id, title, state, times, texts, counts, work, score } = line;
  const facts = [
    texts.map((text) => text.title).join(", "),
    work === "not-open" && times.opensAt !== null ? words.opens(sayTime(times.opensAt, "moment")) : sayDue(times),
    counts === null ? "" : words.handedIn(counts.handedIn, counts.students),
    counts === null || counts.started === 0 ? "" : words.started(counts.started),
  ];
  return (
    <ListRow
      title={
        <Link to={counts === null ? `/assignments/${id}` : `/assignments/${id}/board`} dir="auto">
          {title}
        </Link>
      }
      line={joined(facts)}
      end={
        <Row>
          {state === "published" ? null : <Badge>{words[state]}</Badge>}
          {work === null ? null : <WorkBadge state={work} />}
          {score === null ? null : <Badge kind="accent">{sayScore(score)}</Badge>}
          {maySet ? <Link to={`/assignments/${id}/edit`}>{words.edit}</Link> : null}
        </Row>
      }
    />
  );
}

function Measuring({ isOn }: { readonly isOn: boolean }) {
  return (
    <Section title={readingTimeWords.title} hint={readingTimeWords.hint}>
      <Row>
        <span>{isOn ? readingTimeWords.isOn : readingTimeWords.isOff}</span>
        <RowForm
          intent="measure"
          fields={{ measures: isOn ? "off" : "on" }}
          button={isOn ? readingTimeWords.turnOff : readingTimeWords.turnOn}
        />
      </Row>
    </Section>
  );
}

function NewForm({ texts, newId, answer }: Omit<AssignmentListProps, "list">) {
  return (
    <Section title={words.create}>
      <Form method="post">
        <Stack>
          <input type="hidden" name="id" value={newId} />
          <TextField
            name="title"
            label={words.name}
            required
            maxLength={MAX_TITLE}
            defaultValue={typedValue(answer, "title")}
            error={errorOf(answer, "title")}
          />
          <SelectField
            name="document"
            label={words.text}
            choices={[
              ...texts.map(({ id, title }) => ({ value: id, label: title })),
              { value: "", label: words.noText },
            ]}
            defaultValue={typedValue(answer, "document", texts[0]?.id ?? "")}
            error={errorOf(answer, "texts")}
          />
          <SelectField
            name="template"
            label={words.template}
            choices={templates.map((value) => {
              const { name, hint } = assignmentWords.templates[value];
              return { value, label: `${name}: ${hint}` };
            })}
            defaultValue={typedValue(answer, "template", "first-reading")}
          />
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <div>
            <SubmitButton intent="create">{words.create}</SubmitButton>
          </div>
        </Stack>
      </Form>
    </Section>
  );
}
