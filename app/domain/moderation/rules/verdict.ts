/** What happens to a note, from all that was found: every hit is kept, and the strictest one decides. */
import type { Waiting } from "./hold-policy.ts";
import { type Hit, type RuleAction, ruleActions } from "./rule.ts";

export type Verdict = {
  /** `nudged`: nothing is stored, and the author may send the same again. */
  readonly kind: "published" | "held" | "refused" | "nudged";
  /** All of them, whatever was decided. */
  readonly hits: readonly Hit[];
  /** Why it waits besides hits. */
  readonly waiting: Waiting;
  /** Of a refusal: milliseconds after which the same note would be taken; null: never. */
  readonly retryAfter: number | null;
};

export type Considered = {
  readonly hits: readonly Hit[];
  readonly waiting: Waiting;
  /** Staff are never held or refused; what was found in their notes is kept all the same. */
  readonly isStaff: boolean;
  /** True when the author has seen the nudge and sends the note again. */
  readonly wasNudged: boolean;
};

/** Pure and total; the order of the hits does not matter. */
export function verdictOf({ hits, waiting, isStaff, wasNudged }: Considered): Verdict {
  const asked = hits.filter((hit) => !isStaff || hit.action === "nudge" || hit.action === "tag");
  const strictest = asked.reduce<RuleAction>((worst, { action }) => stricter(worst, action), "tag");
  const waits = !isStaff && waiting.kind !== "none";
  const decided = (kind: Verdict["kind"], retryAfter: number | null = null): Verdict => ({
    kind,
    hits,
    waiting: isStaff ? { kind: "none" } : waiting,
    retryAfter,
  });
  if (strictest === "refuse") return decided("refused", waitOf(asked));
  const nudges = asked.filter(({ action }) => action === "nudge");
  if (nudges.length > 0 && !wasNudged) return decided("nudged");
  const isHeldNow = strictest === "hold" || (!isStaff && nudges.some(({ thenHold }) => thenHold));
  return decided(isHeldNow || waits ? "held" : "published");
}

function stricter(one: RuleAction, other: RuleAction): RuleAction {
  return ruleActions.indexOf(other) > ruleActions.indexOf(one) ? other : one;
}

/** When all that refuses will have passed; null when some of it does not pass. */
function waitOf(hits: readonly Hit[]): number | null {
  const waits = hits.filter(({ action }) => action === "refuse").map(({ retryAfter }) => retryAfter);
  return waits.reduce<number | null>(
    (longest, wait) => (longest === null || wait === null ? null : Math.max(longest, wait)),
    0,
  );
}
