/** Takes back what was decided about rules and policies: a rule says again what it said, a policy holds again or ends. */
import type { ChainedEntry, Facts } from "#app/domain/moderation/record.ts";
import { Problem } from "#app/domain/problem.ts";
import { moderationWords as words } from "#app/words/moderation.ts";
import type { Store } from "#db/store.ts";

type Bench = {
  readonly store: Store;
  readonly now: number;
  readonly judge: { readonly id: string } | null;
};

/** As one more version. A rule that was new is retired. Throws Problem("conflict") where that version is not known any more. */
export async function takeBackRule({ store, now, judge }: Bench, done: ChainedEntry): Promise<Facts> {
  const rule = await store.rules.find(done.group ?? "", done.subject.id);
  if (rule === null || rule.version !== done.after.version) throw new Problem("conflict", words.decidedSince);
  const versions = await store.rules.versions(rule.id);
  const version = rule.version + 1;
  const byId = judge?.id ?? null;
  if (done.before.version === undefined) {
    const [newest] = versions;
    const digest = newest?.digest ?? "";
    await store.rules.put({ ...rule, version, isOn: false, changedAt: now, retiredAt: now }, { byId, digest });
    return { version, digest, on: false };
  }
  const earlier = versions.find((one) => one.version === done.before.version);
  if (earlier === undefined) throw new Problem("conflict", words.cannotUndo);
  const { name, action, thenHold, test, isOn, digest } = earlier;
  const said = { name, action, thenHold, test, isOn };
  await store.rules.put({ ...rule, ...said, version, changedAt: now, retiredAt: null }, { byId, digest });
  return { version, digest, on: isOn, action };
}

/** What was set ends; what it replaced, or what was ended, holds again. */
export async function takeBackPolicy({ store, now }: Bench, { group, before, after }: ChainedEntry): Promise<Facts> {
  if (typeof after.policy === "string" && !(await store.holdPolicies.end(group ?? "", after.policy, now))) {
    throw new Problem("conflict", words.decidedSince);
  }
  if (typeof before.policy === "string" && !(await store.holdPolicies.reopen(group ?? "", before.policy))) {
    throw new Problem("conflict", words.cannotUndo);
  }
  return before;
}
