import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import { reasons } from "#app/domain/moderation/reason.ts";
import { claimFilters, queueSorts } from "#app/domain/moderation/view.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { CheckField, SelectField, TextField } from "#app/ui/field.tsx";
import { Row, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { moderationWords } from "#app/words/moderation.ts";
import styles from "./filter-panel.module.css";
import { type Age, addressOf, ageOf, ages, countFilters } from "./queue-address.ts";
import type { Triage } from "./use-triage.ts";

const words = moderatingWords.filters;

/** The order, what is left out, and the ways to look that were kept under a name. A form of its own: GET, without scripts. */
export function FilterPanel({ triage: { asked, page, group, state } }: { readonly triage: Triage }) {
  const form = useRef<HTMLFormElement>(null);
  const home = `/g/${group}/moderation`;
  const { filters } = asked;
  const narrowed = countFilters(asked);
  const send = () => form.current?.requestSubmit();
  return (
    <div className={styles.panel}>
      <Disclosure summary={narrowed > 0 ? words.on(narrowed) : words.title} icon="settings">
        <Form ref={form} action={home} key={addressOf(asked)} onChange={send} className={styles.form}>
          <input type="hidden" name="view" value={asked.view} />
          {filters.document === undefined ? null : <input type="hidden" name="text" value={filters.document} />}
          {filters.rule === undefined ? null : <input type="hidden" name="rule" value={filters.rule} />}
          {filters.author === undefined ? null : <input type="hidden" name="author" value={filters.author} />}
          <SelectField
            name="sort"
            label={words.sort}
            defaultValue={asked.sort}
            choices={queueSorts.map((sort) => ({ value: sort, label: words.sorts[sort] }))}
          />
          <SelectField
            name="reason"
            label={words.reason}
            defaultValue={filters.reason ?? ""}
            choices={[any(), ...reasons.map((one) => ({ value: one, label: moderationWords.reasons[one] }))]}
          />
          <SelectField
            name="claim"
            label={words.claim}
            defaultValue={filters.claim ?? ""}
            choices={[any(), ...claimFilters.map((one) => ({ value: one, label: words.claims[one] }))]}
          />
          <SelectField
            name="age"
            label={words.age}
            defaultValue={ageOf(filters.olderThan) ?? ""}
            choices={[any(), ...(Object.keys(ages) as Age[]).map((age) => ({ value: age, label: words.ages[age] }))]}
          />
          <CheckField
            name="escalated"
            value="yes"
            label={words.escalated}
            defaultChecked={filters.escalated === true}
          />
          <Row>
            <Button type="submit" size="s" className={styles.apply}>
              {words.apply}
            </Button>
            {narrowed > 0 ? (
              <Link to={home + addressOf({ ...asked, filters: {}, sort: "priority" })}>{words.clear}</Link>
            ) : null}
          </Row>
        </Form>
        <Texts rows={[...state.rows.values()]} home={home} asked={asked} />
        <Saved saved={page.saved} home={home} query={addressOf({ ...asked, cursor: null })} />
      </Disclosure>
    </div>
  );
}

const any = () => ({ value: "", label: words.any });

type TextsProps = Pick<Triage, "asked"> & {
  readonly home: string;
  readonly rows: readonly { readonly document: { readonly id: string; readonly title: string } | null }[];
};

/** The texts that are in the list, to look at one of them alone. */
function Texts({ rows, home, asked }: TextsProps) {
  const texts = new Map(
    rows.flatMap(({ document }) => (document === null ? [] : [[document.id, document.title] as const])),
  );
  const chosen = asked.filters.document;
  if (texts.size < 2 && chosen === undefined) return null;
  return (
    <p className={styles.texts}>
      {words.text}:{" "}
      {[...texts].map(([id, title]) => {
        const { document: _, ...others } = asked.filters;
        const to =
          home + addressOf({ ...asked, cursor: null, filters: id === chosen ? others : { ...others, document: id } });
        return (
          <Link key={id} to={to} aria-current={id === chosen ? "true" : undefined}>
            {title}
          </Link>
        );
      })}
    </p>
  );
}

type SavedProps = { readonly saved: Triage["page"]["saved"]; readonly home: string; readonly query: string };

function Saved({ saved, home, query }: SavedProps) {
  return (
    <Stack gap="s">
      {saved.length === 0 ? null : (
        <ul aria-label={words.saved} className={styles.saved}>
          {saved.map(({ id, name, query: kept }) => (
            <li key={id}>
              <Link to={`${home}${kept}`}>{name}</Link>
              <RowForm
                action={`${home}/act`}
                intent="drop-view"
                fields={{ view: id }}
                kind="quiet"
                icon="close"
                button={<span className={styles.hidden}>{words.forget(name)}</span>}
              />
            </li>
          ))}
        </ul>
      )}
      <RowForm action={`${home}/act`} intent="save-view" fields={{ query }} button={words.save}>
        <TextField name="name" label={words.saveName} maxLength={60} required hideLabel placeholder={words.saveName} />
      </RowForm>
    </Stack>
  );
}
