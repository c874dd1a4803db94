import type { RuleRecord, RulesPage, ShownCheck, ShownPolicy } from "#app/context/rules.ts";
import type { HoldPolicy } from "#app/domain/moderation/rules/hold-policy.ts";
import { can } from "#app/domain/policy/policy.ts";
import type { CheckRow } from "#db/repositories/rules/policies.ts";
import { ruleOf } from "#db/repositories/rules/rules.ts";
import type { Store } from "#db/store.ts";
import type { Standing } from "../groups-standing.ts";

const neverMet: RuleRecord = { hits: 0, held: 0, overturned: 0, confirmed: 0, failed: 0, failedAt: null };
/** Code points of a thread's first words. */
const NAME = 60;

/** All that the page shows; `now` in milliseconds. */
export async function rulesPage(read: Store, { actor, group }: Standing, now: number): Promise<RulesPage> {
  const records = new Map((await read.ruleHits.counts(group.id)).map(({ rule, ...record }) => [rule, record]));
  const texts = (await read.documents.ofGroup(group.id)).map(({ id, title }) => ({ id, title }));
  const members = (await read.memberships.roster(group.id))
    .filter(({ leftAt }) => leftAt === null)
    .map(({ id, name }) => ({ id, name }));
  const policies: ShownPolicy[] = [];
  for (const policy of await read.holdPolicies.ofGroup(group.id)) {
    if (policy.until !== null && policy.until <= now) continue;
    policies.push({ ...policy, name: await nameOf(read, policy, { texts, members }) });
  }
  return {
    rules: (await read.rules.ofGroup(group.id)).map((row) => {
      const { isOn, changedAt } = row;
      return { ...ruleOf(row), isOn, changedAt, record: records.get(row.id) ?? neverMet };
    }),
    policies,
    check: shownCheck(await read.outsideChecks.find(group.id), now),
    ...{ texts, members },
    mayEdit: can(actor, "rules.edit", { group }),
    mayEditCheck: can(actor, "check.edit", { group }),
  };
}

async function nameOf(
  read: Store,
  { scope, subject }: HoldPolicy,
  { texts, members }: Pick<RulesPage, "texts" | "members">,
): Promise<string> {
  switch (scope) {
    case "document":
      return texts.find(({ id }) => id === subject)?.title ?? "";
    case "member":
      return members.find(({ id }) => id === subject)?.name ?? (await read.members.byId(subject))?.name ?? "";
    case "thread":
      return [...((await read.annotations.find(subject))?.body ?? "")].slice(0, NAME).join("");
    case "group":
    case "assignment":
      return "";
  }
}

function shownCheck(row: CheckRow | null, now: number): ShownCheck | null {
  if (row === null) return null;
  const { url, isOn, timeLimit, whenItFails, previousUntil, answeredAt, failedAt, failure } = row;
  const until = previousUntil !== null && previousUntil > now ? previousUntil : null;
  return { url, isOn, timeLimit, whenItFails, previousUntil: until, answeredAt, failedAt, failure };
}
