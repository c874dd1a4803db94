/** Puts rules, policies and checks into a test site, as their service would store them. */
import type { HoldPolicy } from "#app/domain/moderation/rules/hold-policy.ts";
import type { Rule, RuleTest } from "#app/domain/moderation/rules/rule.ts";
import { sampleRule } from "#app/domain/moderation/rules/sample-rule.ts";
import type { CheckRow } from "#db/repositories/rules/policies.ts";
import type { Seminar } from "../annotations/test-seminar.ts";

/** Gives the id of the rule. */
export async function addRule({ site, group }: Seminar, test: RuleTest, over: Partial<Rule> = {}): Promise<string> {
  const id = site.newId();
  const row = { groupId: group, position: 0, isOn: true, changedAt: site.time.now, retiredAt: null };
  await site.writer.transact((store) =>
    store.rules.put({ ...sampleRule(test, over), id, ...row }, { byId: null, digest: "" }),
  );
  return id;
}

/** Gives the id of the policy; for the whole group unless told otherwise. */
export async function addPolicy({ site, group }: Seminar, over: Partial<HoldPolicy> = {}): Promise<string> {
  const id = site.newId();
  const { subject = group, ...rest } = over;
  const row = { kind: "approval", scope: "group", notes: 3, aged: 1_000, from: null, until: null, reason: "" } as const;
  await site.writer.transact((store) =>
    store.holdPolicies.insert({
      ...row,
      ...{ id, groupId: group, subjectId: subject, createdAt: site.time.now, endedAt: null },
      ...rest,
    }),
  );
  return id;
}

/** A check at an address that cannot be called; it holds when it fails unless told otherwise. */
export async function addCheck({ site, group }: Seminar, over: Partial<CheckRow> = {}): Promise<void> {
  const said = {
    version: 1,
    url: "http://127.0.0.1/",
    isOn: true,
    secret: "s",
    timeLimit: 500,
    whenItFails: "hold",
  } as const;
  const nothing = { previousSecret: null, previousUntil: null, answeredAt: null, failedAt: null, failure: null };
  await site.writer.transact((store) =>
    store.outsideChecks.put({ groupId: group, changedAt: site.time.now, ...said, ...nothing, ...over }),
  );
}
