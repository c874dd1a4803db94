import { Link } from "@remix-run/react";
import type { DivisionPreview, SectionSetPage } from "#app/context/sections.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Section } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { sectionWords as words } from "#app/words/sections.ts";
import { DivisionPreviewPart } from "./division-preview.tsx";
import { ByHand, FromFile, FromRoster, WithoutSilent } from "./section-tools.tsx";
import styles from "./sections.module.css";

export type SectionSetProps = {
  readonly set: SectionSetPage;
  /** What a form on this page asked to look at, or why it was refused. */
  readonly answer: FormAnswer<{ readonly preview: DivisionPreview; readonly seed: number | null }> | undefined;
};

/** A division: who reads with whom, and the ways to change that, each looked at before it is made. */
export function SectionSet({ set, answer }: SectionSetProps) {
  const preview = answer?.ok === true ? answer.value : null;
  return (
    <div className={styles.page}>
      <p>
        <Link to=".." relative="path">
          {words.back}
        </Link>
      </p>
      <header className={styles.head}>
        <div>
          <h2>{set.name}</h2>
          <p className={styles.facts}>{words.count(set.sections.length)}</p>
        </div>
        {set.undoable === null ? null : (
          <div>
            <RowForm intent="undo" fields={{ change: set.undoable.id }} button={words.undo} icon="undo" />
            {set.undoable.by === null ? null : <p className={styles.facts}>{words.last(set.undoable.by)}</p>}
          </div>
        )}
      </header>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {preview === null ? null : (
        <DivisionPreviewPart preview={preview.preview} version={set.version} seed={preview.seed} size={set.size} />
      )}
      <SectionCards set={set} />
      <Section title={words.propose} hint={words.proposeHint}>
        {set.method === "csv" ? <FromFile /> : <FromRoster size={set.size ?? 5} />}
        <Disclosure summary={words.edit}>
          <ByHand key={set.version} set={set} />
        </Disclosure>
        <Disclosure summary={set.method === "csv" ? words.methods.auto : words.methods.csv}>
          {set.method === "csv" ? <FromRoster size={set.size ?? 5} /> : <FromFile />}
        </Disclosure>
        {set.sections.length > 1 ? (
          <Disclosure summary={words.dissolveSilent}>
            <WithoutSilent />
          </Disclosure>
        ) : null}
      </Section>
      <Uses set={set} />
    </div>
  );
}

function SectionCards({ set }: { readonly set: SectionSetPage }) {
  return (
    <>
      <ul className={styles.cards}>
        {set.sections.map(({ id, name, members, notes }) => (
          <li key={id} className={styles.card}>
            <h3 dir="auto">{name}</h3>
            <p className={styles.facts}>{[words.people(members.length), words.notes(notes)].join(" · ")}</p>
            <ul>
              {members.map((member) => (
                <li key={member.id}>{member.name}</li>
              ))}
            </ul>
            {members.length === 0 ? <p className={styles.facts}>{words.nobody}</p> : null}
          </li>
        ))}
      </ul>
      {set.unseated.length === 0 ? (
        <p className={styles.facts}>{words.everybodySeated}</p>
      ) : (
        <Section title={`${words.unseated} (${set.unseated.length})`} hint={words.unseatedHint}>
          <p>{set.unseated.map(({ name }) => name).join(", ")}</p>
        </Section>
      )}
    </>
  );
}

function Uses({ set }: { readonly set: SectionSetPage }) {
  return (
    <>
      {set.assignments.length === 0 ? null : (
        <Section title={words.usedBy}>
          <ul className={styles.plain}>
            {set.assignments.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/a/${id}/board`}>{title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.archive} hint={words.archiveHint}>
        <RowForm intent="archive" button={words.archive} kind="danger" />
      </Section>
    </>
  );
}
