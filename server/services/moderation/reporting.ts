/** What a report sets off: it weighs in the queue, a crowd of accounts counts once, and enough of them hide what was reported. */

import { isStaff } from "#app/domain/group/group.ts";
import { countedOnce, crowdsOf, reportsHold, reportWeight } from "#app/domain/moderation/brigade.ts";
import { reporterWeight, type TargetKind } from "#app/domain/moderation/queue.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { ReportRow } from "#db/repositories/moderation/reports.ts";
import type { Store } from "#db/store.ts";
import { type Bench, decideNote } from "./decide.ts";
import { weigh } from "./raise.ts";

type Target = { readonly kind: TargetKind; readonly id: string };

/** A report as it counts now: by what became of its reporter's others, and 0 where another one of the same crowd counts. */
export type Weighed = {
  readonly report: ReportRow;
  readonly upheld: number;
  readonly dismissed: number;
  readonly isStaff: boolean;
  readonly weight: number;
  readonly isBrigade: boolean;
};

/** All these reports, of one group, weighed against each other. */
export async function weighed(store: Store, reports: readonly ReportRow[]): Promise<readonly Weighed[]> {
  const reporters = [...new Set(reports.map(({ reporterId }) => reporterId))];
  const crowds = crowdsOf(await store.reports.origins(reporters));
  const facts = new Map<string, Pick<Weighed, "upheld" | "dismissed" | "isStaff">>();
  for (const reporter of reporters) {
    const role = await store.memberships.roleOf(reports[0]?.groupId ?? "", reporter);
    facts.set(reporter, {
      ...(await store.reports.history(reporter)),
      isStaff: role !== null && isStaff(role),
    });
  }
  const known = reports.map((report) => ({ report, ...(facts.get(report.reporterId) ?? nobody) }));
  const own = known.map(({ report, ...reporter }) => ({
    id: report.id,
    reporter: report.reporterId,
    weight: reportWeight(report.reason, reporterWeight(reporter)),
  }));
  const counted = countedOnce(own, crowds);
  const size = (n: number | undefined) => reporters.filter((one) => crowds.get(one) === n).length;
  return known.map((one) => ({
    ...one,
    weight: counted.get(one.report.id) ?? 0,
    isBrigade: size(crowds.get(one.report.reporterId)) > 1,
  }));
}

const nobody = { upheld: 0, dismissed: 0, isStaff: false };

/** Weighs the open reports of an item anew, after one came or went. Gives them. */
export async function weighReports(
  store: Store,
  { item, target, group, isHeld }: { item: string; target: Target; group: string; isHeld: boolean },
): Promise<readonly Weighed[]> {
  const reports = await store.reports.about(target.kind, target.id, group);
  const open = await weighed(
    store,
    reports.filter(({ state }) => state === "open"),
  );
  const weightOf = new Map(open.map(({ report, weight }) => [report.id, weight]));
  for (const { id, kind, sourceId, weight } of await store.queue.signals(item)) {
    const now = kind === "report" ? weightOf.get(sourceId) : undefined;
    if (now !== undefined && now !== weight) await store.queue.reweigh(id, now);
  }
  await weigh(store, item, isHeld);
  return open;
}

/** Hides a published note whose reports add up, until a moderator looks at it; see `reportsHold`. */
export async function holdIfReported(
  bench: Bench,
  note: NoteRow,
  { item, reports }: { readonly item: string; readonly reports: readonly Weighed[] },
): Promise<boolean> {
  const { store } = bench;
  if (note.status !== "published") return false;
  const revision = await store.annotations.newestBody(note.id);
  const current = reports.filter(({ report }) => report.revisionId === revision);
  const role = await store.memberships.roleOf(note.group, note.creator);
  const rows = standing(await store.record.list({ subject: { kind: "note", id: note.id } }, 100));
  const holds = reportsHold({
    weights: current.map(({ weight }) => weight),
    authorIsStaff: role !== null && isStaff(role),
    isApproved: rows.some((row) => row.revision === revision && lets(row)),
    holdsBefore: rows.filter((row) => row.revision === revision && row.verb === "note.hold" && row.actor === null)
      .length,
  });
  if (!holds) return false;
  await decideNote({ ...bench, judge: null }, note, { verb: "hold", reason: mostGiven(current) });
  await weigh(store, item, true);
  return true;
}

/** Decisions that were not taken back, without those that took something back. */
export function standing(rows: readonly ChainedEntry[]): readonly ChainedEntry[] {
  const undone = new Set(rows.map(({ undoes }) => undoes));
  return rows.filter(({ seq, undoes }) => undoes === null && !undone.has(seq));
}

/** True for a moderator's decision that lets words stand. */
export function lets({ verb, actor }: ChainedEntry): boolean {
  return actor !== null && (verb === "note.publish" || verb === "note.restore" || verb === "report.dismiss");
}

function mostGiven(reports: readonly Weighed[]): Reason | null {
  const sums = new Map<Reason, number>();
  for (const { report, weight } of reports) sums.set(report.reason, (sums.get(report.reason) ?? 0) + weight);
  return [...sums].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
