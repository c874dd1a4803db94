import { Link } from "@remix-run/react";
import type { RulesPage as Rules } from "#app/context/rules.ts";
import { ruleKinds } from "#app/domain/moderation/rules/rule.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Section } from "#app/ui/page.tsx";
import { rulesWords } from "#app/words/rules.ts";
import { CheckPart } from "./check-part.tsx";
import { PoliciesPart } from "./policies-part.tsx";
import { RuleEditor } from "./rule-editor.tsx";
import { beginnings } from "./rule-fields.tsx";
import { RuleRow } from "./rule-row.tsx";
import styles from "./rules-page.module.css";

export type RulesPageProps = {
  readonly page: Rules;
  /** The rule that is open, by its id, or the kind of a new one. */
  readonly open: { readonly rule: string | null; readonly kind: string | null };
  readonly answer: FormAnswer<unknown> | undefined;
};

const words = rulesWords.page;

/** What a group decides about notes before they are published: rules, what waits for approval, a check outside. */
export function RulesPage({ page, open, answer }: RulesPageProps) {
  const rule = page.rules.find(({ id }) => id === open.rule) ?? null;
  const kind = ruleKinds.find((one) => one === open.kind) ?? null;
  const test = rule?.test ?? (kind === null ? null : beginnings[kind]);
  if (page.mayEdit && test !== null) {
    return <RuleEditor key={rule?.id ?? kind} rule={rule} test={test} answer={answer} />;
  }
  return (
    <div className={styles.page}>
      <Section title={words.rules} hint={words.rulesHint}>
        {page.rules.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
        <List>
          {page.rules.map((one) => (
            <RuleRow key={one.id} rule={one} mayEdit={page.mayEdit} />
          ))}
        </List>
        {page.mayEdit ? (
          <Disclosure look="button" icon="plus" summary={words.add}>
            <List>
              {ruleKinds.map((one) => (
                <ListRow
                  key={one}
                  title={<Link to={`?new=${one}`}>{words.kinds[one]}</Link>}
                  line={words.kindHints[one]}
                />
              ))}
            </List>
          </Disclosure>
        ) : null}
      </Section>
      <PoliciesPart page={page} />
      <CheckPart page={page} answer={answer} />
    </div>
  );
}
