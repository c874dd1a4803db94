/** The outside check of a group: asked where there is one, and what came of it as a hit. */
import type { Hit, RuleAction } from "#app/domain/moderation/rules/rule.ts";
import type { Store, Transact } from "#db/store.ts";
import { askOutside, type OutsideAnswer, type OutsideParts, type Question } from "./outside-check.ts";

export type Outside = {
  /** `version`: of the check; 0 where there is none. */
  readonly ask: (question: Question) => Promise<{ readonly version: number; readonly hit: Hit | null }>;
};

/** How often at most it is stored when a check answered last; every failure is. Milliseconds. */
const ANSWERED_EVERY = 60_000;

/** The check over one store. */
export function makeOutside({
  read,
  transact,
  ...parts
}: OutsideParts & { readonly read: Store; readonly transact: Transact }): Outside {
  return {
    async ask(question) {
      const check = await read.outsideChecks.find(question.group);
      if (check === null) return { version: 0, hit: null };
      const { version, url, secret, previousSecret, previousUntil, timeLimit, whenItFails } = check;
      if (!check.isOn || (question.body === "" && question.tags.length === 0)) return { version, hit: null };
      const now = parts.clock();
      const secrets = previousSecret !== null && now < (previousUntil ?? 0) ? [secret, previousSecret] : [secret];
      const answer = await askOutside(parts, { url, secrets, timeLimit }, question);
      if (answer.kind === "failed") {
        await transact((store) => store.outsideChecks.note(question.group, { failedAt: now, failure: answer.reason }));
      } else if (now - (check.answeredAt ?? 0) > ANSWERED_EVERY) {
        await transact((store) => store.outsideChecks.note(question.group, { answeredAt: now }));
      }
      return { version, hit: hitOf(answer, { version, whenItFails }) };
    },
  };
}

/** What every hit of an outside check is kept under, in the place of a rule's id. */
export const OUTSIDE = "outside";

function hitOf(
  answer: OutsideAnswer,
  { version, whenItFails }: { readonly version: number; readonly whenItFails: "hold" | "allow" },
): Hit | null {
  const hit = (action: RuleAction, failed: boolean): Hit => ({
    ...{ rule: OUTSIDE, version, kind: "outside", action, thenHold: false, places: [], failed, retryAfter: null },
  });
  if (answer.kind === "failed") return hit(whenItFails === "hold" ? "hold" : "tag", true);
  return answer.verdict === "allow" ? null : hit(answer.verdict, false);
}
