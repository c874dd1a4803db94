/** Setting and ending of policies that make notes wait. */
import type { PolicyInput, RulesService } from "#app/context/rules.ts";
import { tidyName } from "#app/domain/member/name.ts";
import type { HoldScope } from "#app/domain/moderation/rules/hold-policy.ts";
import type { SubjectKind } from "#app/domain/moderation/verb.ts";
import { Problem } from "#app/domain/problem.ts";
import { rulesWords } from "#app/words/rules.ts";
import type { Store } from "#db/store.ts";
import type { Edit } from "../rules.ts";

const words = rulesWords.form.problems;

/** Code points of what authors are told. */
const MAX_REASON = 200;
const MOST_POLICIES = 100;
const DAY = 24 * 60 * 60 * 1000;

const subjectKinds: Readonly<Record<HoldScope, SubjectKind>> = {
  group: "group",
  document: "text",
  thread: "thread",
  member: "member",
  assignment: "text",
};

/** The verbs of the service that concern policies. */
export function makePolicyVerbs({
  edit,
  newId,
}: {
  readonly edit: Edit;
  readonly newId: () => string;
}): Pick<RulesService, "setPolicy" | "endPolicy"> {
  return {
    async setPolicy(viewer, groupId, input) {
      await edit({ viewer, groupId }, "rules.edit", async ({ store, now, record }) => {
        const { kind, scope, notes, aged, until } = input;
        const subject = scope === "group" ? groupId : input.subject;
        const reason = tidyName(input.reason);
        if ([...reason].length > MAX_REASON) throw invalid("reason", words.reason(MAX_REASON));
        if (until !== null && until <= now) throw invalid("until", words.past);
        if (!isCount(notes, 1, 50) || !isCount(aged, 0, 365 * DAY)) throw invalid("notes", words.number);
        if (!(await isIn(store, groupId, { ...input, subject }))) throw invalid("subject", words.subject);
        const before = await store.holdPolicies.ofGroup(groupId);
        if (before.length >= MOST_POLICIES) throw new Problem("invalid", words.manyPolicies(MOST_POLICIES));
        const same = before.filter((one) => one.scope === scope && one.subject === subject && one.kind === kind);
        for (const { id } of same) await store.holdPolicies.end(groupId, id, now);
        const id = newId();
        const row = { id, groupId, kind, scope, subjectId: subject, notes, aged, from: null, until, reason };
        await store.holdPolicies.insert({ ...row, createdAt: now, endedAt: null });
        await record({
          verb: "policy.set",
          subject: { kind: subjectKinds[scope], id: subject },
          before: { policy: same[0]?.id ?? null },
          after: { policy: id, kind, until, notes, aged },
        });
      });
    },

    async endPolicy(viewer, groupId, policyId) {
      await edit({ viewer, groupId }, "rules.edit", async ({ store, now, record }) => {
        const policy = (await store.holdPolicies.ofGroup(groupId)).find(({ id }) => id === policyId);
        if (policy === undefined) throw new Problem("not-found", words.unknownPolicy);
        await store.holdPolicies.end(groupId, policyId, now);
        await record({
          verb: "policy.end",
          subject: { kind: subjectKinds[policy.scope], id: policy.subject },
          before: { policy: policyId, kind: policy.kind, until: policy.until },
          after: { policy: null },
        });
      });
    },
  };
}

/** Whether what the policy is about belongs to the group; of assignments nothing does yet. */
async function isIn(store: Store, groupId: string, { scope, subject }: PolicyInput): Promise<boolean> {
  switch (scope) {
    case "group":
      return true;
    case "document":
      return (await store.documents.find(subject))?.groupId === groupId;
    case "thread": {
      const note = await store.annotations.find(subject);
      return note?.group === groupId && note.parent === null;
    }
    case "member":
      return (await store.memberships.roleOf(groupId, subject)) !== null;
    case "assignment":
      return false;
  }
}

function isCount(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function invalid(field: string, sentence: string): Problem {
  return new Problem("invalid", sentence, { fields: { [field]: sentence } });
}
