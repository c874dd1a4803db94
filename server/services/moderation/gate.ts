/**
 * What needs time before a note can be judged: words, expressions, and the outside check. It runs before the transaction,
 * since nothing in there may wait; `verdict.ts` finishes the work with what was before, inside.
 */
import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { cleanBody, isHopelesslyLong } from "#app/domain/annotation/body.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { tidyTags } from "#app/domain/annotation/tag.ts";
import { type Examined, examine, type Writing, wordHits } from "#app/domain/moderation/rules/check.ts";
import { failureOf, type Hit, hitOf, type Rule } from "#app/domain/moderation/rules/rule.ts";
import { type WordFinder, wordFinderInSteps } from "#app/domain/moderation/rules/words.ts";
import { can } from "#app/domain/policy/policy.ts";
import { ruleOf } from "#db/repositories/rules/rules.ts";
import type { Store } from "#db/store.ts";
import type { ExpressionRunner } from "./expression-runner.ts";
import type { Outside } from "./outside.ts";
import type { Question } from "./outside-check.ts";
import { isShared } from "./shared.ts";

/** What was found before the transaction, and by which rules. */
export type Findings = {
  /** Of the rules and the check; others than those in the transaction make it begin again. */
  readonly stamp: string;
  /** Those that are on, in their order. */
  readonly rules: readonly Rule[];
  readonly examined: Examined;
  readonly hits: readonly Hit[];
};

export type Gate = {
  /** Null for commands that bring no words to others. */
  readonly examine: (memberId: string, command: AnnotationCommand) => Promise<Findings | null>;
  /** The hits that some rules would have, with nothing outside asked. */
  readonly hitsOf: (set: RuleSet, examined: Examined) => Promise<readonly Hit[]>;
};

export type RuleSet = { readonly rules: readonly Rule[]; readonly find: WordFinder };

/** Word lists of so many groups are kept ready. */
const READY = 200;

/** The gate; the reading store, since it only looks. */
export function makeGate({
  read,
  runner,
  outside,
}: {
  readonly read: Store;
  readonly runner: ExpressionRunner;
  readonly outside: Outside;
}): Gate {
  const ready = new LRUCache<string, RuleSet & { readonly stamp: string }>({ max: READY });

  async function setOf(groupId: string): Promise<RuleSet & { readonly stamp: string }> {
    const stamp = await read.rules.stamp(groupId);
    const known = ready.get(groupId);
    if (known?.stamp === stamp) return known;
    const rules = (await read.rules.ofGroup(groupId)).filter(({ isOn }) => isOn).map(ruleOf);
    const made = { stamp, rules, find: await finderOf(rules) };
    ready.set(groupId, made);
    return made;
  }

  const hitsOf: Gate["hitsOf"] = async ({ rules, find }, examined) => [
    ...wordHits(examined, find),
    ...(await expressionHits(runner, rules, examined)),
  ];

  return {
    hitsOf,
    async examine(memberId, command) {
      const writing = await writingOf(read, memberId, command);
      if (writing === null) return null;
      const { group, ...about } = writing;
      const set = await setOf(group);
      const examined = examine(writing);
      const question: Question = { ...about, group, author: memberId, body: examined.body, tags: examined.tags };
      const [hits, asked] = await Promise.all([hitsOf(set, examined), outside.ask(question)]);
      return {
        stamp: stampOf(set.stamp, asked.version),
        rules: set.rules,
        examined,
        hits: asked.hit === null ? hits : [...hits, asked.hit],
      };
    },
  };
}

/** Says when the rules or the check of a group are others. */
export function stampOf(rules: string, check: number): string {
  return `${rules}/${check}`;
}

/** Makes ready what looks for words, with pauses in which others get their turn. */
export async function finderOf(rules: readonly Rule[]): Promise<WordFinder> {
  const making = wordFinderInSteps(rules);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
    await setImmediate();
  }
}

async function expressionHits(
  runner: ExpressionRunner,
  rules: readonly Rule[],
  { body, tags }: Examined,
): Promise<readonly Hit[]> {
  const owned = rules.flatMap((rule) =>
    rule.test.kind === "expressions" ? rule.test.expressions.map((source) => ({ rule, source })) : [],
  );
  if (owned.length === 0) return [];
  const sources = owned.map(({ source }) => source);
  const inBody = await runner.run(sources, body);
  const inTags = tags.length === 0 ? null : await runner.run(sources, tags.join("\n"));
  return rules.flatMap((rule) => {
    const { test } = rule;
    if (test.kind !== "expressions") return [];
    const own = owned.flatMap((one, index) => (one.rule === rule ? index : []));
    const isFound = own.some((index) => inBody.places.has(index) || inTags?.places.has(index));
    if (isFound) {
      const places = own.flatMap((index) => inBody.places.get(index) ?? []);
      return hitOf(
        rule,
        places.toSorted((a, b) => a.start - b.start),
      );
    }
    const isFailed = own.some((index) => inBody.failed.has(index) || inTags?.failed.has(index));
    return isFailed ? failureOf(rule, test.whenItFails) : [];
  });
}

type Judged = Writing & Pick<Question, "group" | "document" | "note" | "isEdit">;

/** What of a command others would read, or null. It may be wrong by the time of the transaction, which looks again. */
async function writingOf(read: Store, memberId: string, command: AnnotationCommand): Promise<Judged | null> {
  if (command.verb !== "publish" && command.verb !== "reply" && command.verb !== "edit") return null;
  if (isHopelesslyLong(command.body)) return null;
  const { id, document: documentId } = command;
  const access = await read.access.document(memberId, documentId);
  if (access === null) return null;
  const { role, isAdmin, group, document } = access;
  // Whoever may not write here is told so in the transaction; nobody outside is asked for them.
  if (!can({ id: memberId, role, isAdmin }, "annotation.publish", { group, document })) return null;
  const known = await read.annotations.find(id);
  const writing = { body: cleanBody(command.body), group: group.id, document: documentId, note: id };
  if (command.verb === "edit") {
    if (known?.creator !== memberId || !isShared(known.placements)) return null;
    return { ...writing, tags: tidyTags(command.tags ?? known.tags), isEdit: true };
  }
  // Stored already: the command is answered as it was, and nobody is asked again.
  if (known !== null) return null;
  if (command.verb === "publish") {
    return command.placement === "me" ? null : { ...writing, tags: tidyTags(command.tags ?? []), isEdit: false };
  }
  const parent = command.privately === true ? null : await read.annotations.find(command.parent);
  return parent !== null && isShared(parent.placements) ? { ...writing, tags: [], isEdit: false } : null;
}
