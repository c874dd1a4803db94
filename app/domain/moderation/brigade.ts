/** Reporters who look like one person with several accounts, and when reports add up to a hold. */
import { type Reason, weights } from "./reason.ts";

/** Where an account comes from. `marks`: see `server/auth/address-mark`; none where it was not used lately. */
export type Origin = { readonly member: string; readonly createdAt: number; readonly marks: readonly number[] };

export type WeighedReport = { readonly id: string; readonly reporter: string; readonly weight: number };

const HOUR = 60 * 60 * 1000;

/**
 * The members in crowds of those that share the hour in which their accounts were made, or an address, at any remove. A
 * class that signed up together is one crowd too: its reports reach the queue, and only the automatic hold waits for others.
 */
export function crowdsOf(origins: readonly Origin[]): ReadonlyMap<string, number> {
  const crowd = new Map<string, number>();
  const byTrait = new Map<string, number>();
  origins.forEach(({ member, createdAt, marks }, n) => {
    crowd.set(member, n);
    for (const trait of [`hour ${Math.floor(createdAt / HOUR)}`, ...marks.map((mark) => `mark ${mark}`)]) {
      const known = byTrait.get(trait);
      const own = crowd.get(member) ?? n;
      if (known === undefined) byTrait.set(trait, own);
      else if (known !== own) merge(crowd, byTrait, { from: own, into: known });
    }
  });
  return crowd;
}

/** What each report adds: of a crowd the weightiest counts, the others nothing. */
export function countedOnce(
  reports: readonly WeighedReport[],
  crowds: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const best = new Map<number | string, WeighedReport>();
  for (const report of reports) {
    const key = crowds.get(report.reporter) ?? report.reporter;
    const before = best.get(key);
    if (before === undefined || report.weight > before.weight) best.set(key, report);
  }
  const counted = new Set([...best.values()].map(({ id }) => id));
  return new Map(reports.map(({ id, weight }) => [id, counted.has(id) ? weight : 0]));
}

/** Reporters who know nothing of each other and without whom nothing is hidden by itself. */
export const FEWEST_REPORTERS = 3;

/** Three who never reported before reach it with a personal attack (3 × 3 × ½), and do not with spam (3 × 1 × ½). */
export const HOLD_SCORE = 4;

export type HoldFacts = {
  /** What each report about these words adds, 0 for those that count together with another one. */
  readonly weights: readonly number[];
  readonly authorIsStaff: boolean;
  /** Whether a moderator let these words stand. */
  readonly isApproved: boolean;
  /** How often reports have hidden these words before. */
  readonly holdsBefore: number;
};

/** True when the reports hide the words until somebody looks: once, and once more at twice the score after a moderator disagreed. */
export function reportsHold({ weights: said, authorIsStaff, isApproved, holdsBefore }: HoldFacts): boolean {
  if (authorIsStaff || holdsBefore > 1 || (holdsBefore === 1 && !isApproved)) return false;
  const counted = said.filter((weight) => weight > 0);
  const score = counted.reduce((sum, weight) => sum + weight, 0);
  return counted.length >= FEWEST_REPORTERS && score >= HOLD_SCORE * (isApproved ? 2 : 1);
}

/** What one report adds: how bad it is, times how often its reporter was right. */
export function reportWeight(reason: Reason, ofReporter: number): number {
  return weights[reason].severity * ofReporter;
}

function merge(
  crowd: Map<string, number>,
  byTrait: Map<string, number>,
  { from, into }: { readonly from: number; readonly into: number },
): void {
  for (const [member, n] of crowd) if (n === from) crowd.set(member, into);
  for (const [trait, n] of byTrait) if (n === from) byTrait.set(trait, into);
}
