/** What a group decides about notes before they are published; each change is a row of the record. */
import type { RulesService } from "#app/context/rules.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { MOST_EXPRESSIONS, MOST_RULES, MOST_WORDS } from "#app/domain/moderation/rules/rule.ts";
import type { Action } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { rulesWords } from "#app/words/rules.ts";
import type { RuleRow } from "#db/repositories/rules/rules.ts";
import type { Store, Transact } from "#db/store.ts";
import { requireAction } from "./groups-standing.ts";
import type { Gate } from "./moderation/gate.ts";
import { makeCheckVerbs } from "./rules/checks.ts";
import { DRY_RUN_NOTES, dryRun } from "./rules/dry-run.ts";
import { rulesPage } from "./rules/page.ts";
import { makePolicyVerbs } from "./rules/policies.ts";
import { type Change, recordChange } from "./rules/record-change.ts";
import { ruleFrom } from "./rules/rule-input.ts";
import { digestOf } from "./rules/secret.ts";

const words = rulesWords.form.problems;

export type RulesParts = {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly gate: Pick<Gate, "hitsOf">;
  readonly ownHost: string;
  /** 32 random bytes as text. */
  readonly newSecret: () => string;
};

/** What every change here has at hand: the store, who it is, and the way to record it. */
export type Editing = {
  readonly store: Store;
  readonly now: number;
  readonly record: (change: Change) => Promise<void>;
};
export type Edit = <T>(who: Who, action: Action, work: (editing: Editing) => Promise<T>) => Promise<T>;
type Who = { readonly viewer: Viewer; readonly groupId: string };

/** The service; `clock` in milliseconds since 1970, `newId` a ULID. */
export function makeRulesService(parts: RulesParts): RulesService {
  const { read, transact, clock, newId } = parts;

  const edit: Edit = (who, action, work) =>
    transact(async (store) => {
      const now = clock();
      const { actor } = await requireAction(store, { ...who, now }, action);
      const hands = { store, now, newId, group: who.groupId, actor };
      return work({ store, now, record: (change) => recordChange(hands, change) });
    });

  /** Another version of a rule that is there. */
  const change = (
    who: Who,
    ruleId: string,
    { verb, patch }: { verb: "rule.save" | "rule.retire"; patch: Partial<RuleRow> },
  ) =>
    edit(who, "rules.edit", async ({ store, now, record }) => {
      const rule = await known(store, who.groupId, ruleId);
      const row = { ...rule, ...patch, version: rule.version + 1, changedAt: now };
      await keep(store, row, { viewer: who.viewer, before: rule, verb, record });
    });

  return {
    ...makePolicyVerbs({ edit, newId }),
    ...makeCheckVerbs({ edit, newSecret: parts.newSecret }),

    async open(viewer, groupId) {
      const standing = await requireAction(read, { viewer, groupId, now: clock() }, "queue.open");
      return rulesPage(read, standing, clock());
    },

    async tryOut(viewer, groupId, input) {
      await requireAction(read, { viewer, groupId, now: clock() }, "rules.edit");
      return dryRun(parts, ruleFrom(input), await read.latestNotes.ofGroup(groupId, DRY_RUN_NOTES));
    },

    async save(viewer, groupId, ruleId, input) {
      const rule = ruleFrom(input);
      return edit({ viewer, groupId }, "rules.edit", async ({ store, now, record }) => {
        const rules = await store.rules.ofGroup(groupId);
        const before = ruleId === null ? null : await known(store, groupId, ruleId);
        const id = before?.id ?? newId();
        const others = rules.filter((one) => one.id !== id);
        if (before === null && rules.length >= MOST_RULES) throw new Problem("invalid", words.manyRules(MOST_RULES));
        demandRoom([...others.map(({ test }) => test), rule.test]);
        const position = before?.position ?? 1 + Math.max(0, ...rules.map((one) => one.position));
        const kept = { isOn: before?.isOn ?? true, retiredAt: null, changedAt: now };
        const row = { id, groupId, version: (before?.version ?? 0) + 1, position, ...rule, ...kept };
        await keep(store, row, { viewer, before, verb: "rule.save", record });
        return { id };
      });
    },

    turn: (viewer, groupId, ruleId, isOn) =>
      change({ viewer, groupId }, ruleId, { verb: "rule.save", patch: { isOn } }),

    retire: (viewer, groupId, ruleId) =>
      change({ viewer, groupId }, ruleId, { verb: "rule.retire", patch: { isOn: false, retiredAt: clock() } }),

    async move(viewer, groupId, ruleId, by) {
      await edit({ viewer, groupId }, "rules.edit", async ({ store }) => {
        const ids = (await store.rules.ofGroup(groupId)).map(({ id }) => id);
        const at = ids.indexOf(ruleId);
        const to = at + by;
        if (at === -1) throw new Problem("not-found", words.unknownRule);
        if (to < 0 || to >= ids.length) return;
        const order = ids.toSpliced(at, 1).toSpliced(to, 0, ruleId);
        for (const [position, id] of order.entries()) await store.rules.place(id, position + 1);
      });
    },
  };
}

async function known(store: Store, groupId: string, ruleId: string): Promise<RuleRow> {
  const rule = await store.rules.find(groupId, ruleId);
  if (rule === null || rule.retiredAt !== null) throw new Problem("not-found", words.unknownRule);
  return rule;
}

type Kept = {
  readonly viewer: Viewer;
  readonly before: RuleRow | null;
  readonly verb: "rule.save" | "rule.retire";
  readonly record: Editing["record"];
};

async function keep(store: Store, row: RuleRow, { viewer, before, verb, record }: Kept): Promise<void> {
  const digest = digestOf(saidBy(row));
  await store.rules.put(row, { byId: viewer.id, digest });
  await record({
    verb,
    subject: { kind: "rule", id: row.id },
    revision: `${row.id}/${row.version}`,
    revisionHash: digest,
    before: before === null ? {} : { version: before.version, digest: digestOf(saidBy(before)), on: before.isOn },
    after: { version: row.version, digest, on: row.isOn, action: row.action },
  });
}

/** What a version of a rule says, without its place and times. */
function saidBy({ name, action, thenHold, test, isOn }: RuleRow) {
  return { name, action, thenHold, test, isOn };
}

/** All lists of a group are one automaton, and all expressions one task: both are bounded together. */
function demandRoom(tests: readonly RuleRow["test"][]): void {
  const count = (sizeOf: (test: RuleRow["test"]) => number) => tests.reduce((sum, test) => sum + sizeOf(test), 0);
  const listed = count((test) => (test.kind === "words" ? test.words.length : 0));
  const expressions = count((test) => (test.kind === "expressions" ? test.expressions.length : 0));
  if (listed > MOST_WORDS) throw new Problem("invalid", words.manyWords(MOST_WORDS));
  if (expressions > MOST_EXPRESSIONS) throw new Problem("invalid", words.manyExpressions(MOST_EXPRESSIONS));
}
