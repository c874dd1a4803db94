import type { ShownRule } from "#app/context/rules.ts";
import type { RuleTest } from "#app/domain/moderation/rules/rule.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge } from "#app/ui/chip.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ListRow } from "#app/ui/list.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { rulesWords } from "#app/words/rules.ts";

const words = rulesWords.page;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A rule: what it looks for, what follows, and how often people took that back. */
export function RuleRow({ rule, mayEdit }: { readonly rule: ShownRule; readonly mayEdit: boolean }) {
  const fields = { rule: rule.id };
  return (
    <ListRow
      title={
        <>
          <span dir="auto">{rule.name}</span>
          <Badge kind={rule.isOn ? "accent" : "plain"}>{rule.isOn ? words.done[rule.action] : words.off}</Badge>
        </>
      }
      line={`${words.kinds[rule.test.kind]}: ${sayTest(rule.test)} · ${sayRecord(rule)}`}
      end={
        mayEdit ? (
          <>
            <ButtonLink kind="quiet" size="s" to={`?rule=${rule.id}`} aria-label={words.edit(rule.name)}>
              {words.change}
            </ButtonLink>
            <Disclosure look="panel" icon="more" summary={words.edit(rule.name)}>
              <RowForm
                intent={rule.isOn ? "off" : "on"}
                fields={fields}
                button={rule.isOn ? words.turnOff : words.turnOn}
              />
              <RowForm intent="up" fields={fields} button={words.up(rule.name)} />
              <RowForm intent="down" fields={fields} button={words.down(rule.name)} />
              <RowForm intent="retire" fields={fields} button={words.retire} kind="danger" />
            </Disclosure>
          </>
        ) : null
      }
    />
  );
}

function sayTest(test: RuleTest): string {
  switch (test.kind) {
    case "words":
      return words.words(test.words.length);
    case "expressions":
      return words.expressions(test.expressions.length);
    case "links":
      return words.hosts(test.denied.length, test.allowed.length);
    case "repetition":
      return words.repetition(test.last);
    case "rate":
      return words.rate(test.notes, Math.round(test.within / MINUTE));
    case "length":
      return words.length(test.least, test.most);
    case "first-posts":
      return words.firstPosts(test.notes, Math.round(test.aged / DAY));
  }
}

function sayRecord({ record: { hits, overturned, confirmed, failed } }: ShownRule): string {
  if (hits === 0) return words.never;
  const decided = overturned + confirmed;
  return [
    words.hits(hits),
    ...(decided > 0 ? [words.overturned(Math.round((100 * overturned) / decided), decided)] : []),
    ...(failed > 0 ? [words.failed(failed)] : []),
  ].join(" · ");
}
