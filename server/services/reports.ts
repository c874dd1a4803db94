/** Reports of members about notes and each other. */
import type { OwnReport, ReportInput, ReportService } from "#app/context/reports.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { MAX_REPORT_WORDS, toldOutcome } from "#app/domain/moderation/report.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { triageWords as words } from "#app/words/triage.ts";
import type { ReportRow } from "#db/repositories/moderation/reports.ts";
import type { Store, Transact } from "#db/store.ts";
import type { Heed } from "./annotations/events.ts";
import { sightIn } from "./annotations/turn.ts";
import { changeItem } from "./moderation/item.ts";
import { type Raised, raise } from "./moderation/raise.ts";
import { holdIfReported, weighReports } from "./moderation/reporting.ts";
import { standingIn, standingInGroup } from "./rights.ts";

const HOUR = 60 * 60 * 1000;
/** Reports of one member within an hour; who finds more wrong writes to a moderator. */
const MOST_AN_HOUR = 20;
const MOST_SHOWN = 100;

type Hands = { readonly clock: () => number; readonly newId: () => string; readonly heed: Heed };

/** The service over one writer. `clock` in milliseconds since 1970, `newId` a ULID. */
export function makeReportService({
  read,
  transact,
  clock,
  newId,
  heed = async () => {},
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly heed?: Heed;
}): ReportService {
  const hands = { clock, newId, heed };
  return {
    report: (viewer, input) => transact((store) => report(store, hands, { viewer, input: tidy(input) })),
    withdraw: (viewer, id) => transact((store) => withdraw(store, { viewer, id, now: clock() })),
    async mine(viewer) {
      const own: OwnReport[] = [];
      for (const row of await read.reports.by(viewer.id, MOST_SHOWN)) own.push(await ownReport(read, row));
      return own;
    },
    async onText(viewer, documentId) {
      const standing = await standingIn(read, { memberId: viewer.id, documentId, now: clock() });
      if (standing === null) throw new Problem("not-found", annotationWords.unknownText);
      return read.reports.onText(viewer.id, documentId);
    },
  };
}

/** Throws Problem("too-large") and Problem("invalid") for words that are too many, or missing where the reason says nothing. */
function tidy(input: ReportInput): ReportInput {
  const said = input.words.trim();
  if ([...said.slice(0, 4 * MAX_REPORT_WORDS)].length > MAX_REPORT_WORDS) {
    throw new Problem("too-large", words.reportTooLong(MAX_REPORT_WORDS));
  }
  if (input.reason === "other" && said === "") {
    throw new Problem("invalid", words.needsWords, { fields: { words: words.needsWords } });
  }
  return { ...input, words: said };
}

/** What a report is about, once it is known that the viewer may report it. */
type Reportable = Omit<Raised, "signal"> & { readonly revision: string };

async function report(
  store: Store,
  { clock, newId, heed }: Hands,
  { viewer, input }: { readonly viewer: Viewer; readonly input: ReportInput },
) {
  const now = clock();
  const about = await reportable(store, { viewer, target: input.target, now });
  const { target, group, revision, isHeld } = about;
  const before = await store.reports.ofReporter(target, { revision, reporter: viewer.id });
  if (before !== null && before.state !== "withdrawn") return { report: before.id, isNew: false };
  if ((await store.reports.countSince(viewer.id, now - HOUR)) >= MOST_AN_HOUR) {
    throw new Problem("too-many", words.tooManyReports, { retryAfter: HOUR });
  }
  const { reason, words: said } = input;
  const id = before?.id ?? newId();
  if (before !== null) await store.reports.update(id, { state: "open", reason, words: said });
  else await store.reports.insert(rowOf({ id, about, viewer, input, now }));
  const hands = { store, now, newId };
  const item = await raise(hands, { ...about, signal: { kind: "report", source: id, reason, weight: 0 } });
  const reports = await weighReports(store, { item, target, group, isHeld });
  const note = target.kind === "note" ? await store.annotations.find(target.id) : null;
  if (note !== null) {
    const by = { member: "", seat: "", now };
    const bench = { ...hands, heed: (event: Parameters<Heed>[1]) => heed(store, event, by), judge: null };
    await holdIfReported(bench, note, { item, reports });
  }
  return { report: id, isNew: true };
}

function rowOf(given: {
  readonly id: string;
  readonly about: Reportable;
  readonly viewer: Viewer;
  readonly input: ReportInput;
  readonly now: number;
}): ReportRow {
  const { id, about, viewer, input, now } = given;
  const { group, target, revision } = about;
  const where = { groupId: group, targetKind: target.kind, targetId: target.id, revisionId: revision };
  const said = { reporterId: viewer.id, reason: input.reason, words: input.words };
  return { id, ...where, ...said, state: "open", createdAt: now, settledBy: null, settledAt: null };
}

type Asked = { readonly viewer: Viewer; readonly target: ReportInput["target"]; readonly now: number };

/** Throws Problem("not-found") for what the viewer may not see, Problem("forbidden") for what is their own. */
async function reportable(store: Store, { viewer, target, now }: Asked): Promise<Reportable> {
  if (target.kind === "member") return reportablePerson(store, { viewer, target, now });
  const note = await store.annotations.find(target.id);
  const standing = note && (await standingIn(store, { memberId: viewer.id, documentId: note.document, now }));
  const sight = standing && note ? await sightIn(store, standing, note) : "nothing";
  if (note === null || standing === null || sight === "nothing") {
    throw new Problem("not-found", annotationWords.unknownNote);
  }
  const annotation = { creator: note.creator, creatorRole: null };
  if (!can(standing.actor, "annotation.report", { annotation })) throw new Problem("forbidden", words.ownNote);
  if (sight === "tombstone") throw new Problem("gone", words.nothingShown);
  const revision = (await store.annotations.newestBody(note.id)) ?? "";
  const isHeld = note.status === "held" || note.status === "hidden";
  return { group: note.group, document: note.document, target, member: note.creator, isHeld, revision };
}

/** A person is reported once until moderators have looked at it, and may be reported again after that. */
async function reportablePerson(
  store: Store,
  {
    viewer,
    target,
    now,
  }: Omit<Asked, "target"> & { readonly target: Extract<ReportInput["target"], { kind: "member" }> },
): Promise<Reportable> {
  const { id, group } = target;
  const standing = await standingInGroup(store, { memberId: viewer.id, groupId: group, now });
  if (standing === null || (await store.memberships.roleOf(group, id)) === null) {
    throw new Problem("not-found", words.unknownMember);
  }
  if (id === viewer.id) throw new Problem("forbidden", words.ownSelf);
  const before = await store.reports.about("member", id, group);
  const settled = before.filter(({ reporterId, state }) => reporterId === viewer.id && state !== "open");
  const looks = settled.filter(({ state }) => state !== "withdrawn").length;
  const revision = `${group}.${looks}`;
  return { group, document: null, target: { kind: "member", id }, member: id, isHeld: false, revision };
}

/** Throws Problem("not-found") for reports that are not the viewer's, Problem("gone") for those that were looked at. */
async function withdraw(
  store: Store,
  { viewer, id, now }: { readonly viewer: Viewer; readonly id: string; readonly now: number },
): Promise<void> {
  const row = await store.reports.find(id);
  if (row?.reporterId !== viewer.id) throw new Problem("not-found", words.unknownReport);
  if (row.state === "withdrawn") return;
  if (row.state !== "open") throw new Problem("gone", words.lookedAtAlready);
  await store.reports.update(id, { state: "withdrawn" });
  const target = { kind: row.targetKind, id: row.targetId };
  const item = await store.queue.openIn(row.groupId, target.kind, target.id);
  if (item === null) return;
  await store.queue.dropSignal(item.id, "report", id);
  const note = target.kind === "note" ? await store.annotations.find(target.id) : null;
  const isHeld = note?.status === "held" || note?.status === "hidden";
  await weighReports(store, { item: item.id, target, group: row.groupId, isHeld });
  // What the reports have hidden stays for somebody to look at.
  const isIdle = (await store.queue.signals(item.id)).length === 0 && !isHeld;
  if (isIdle) await changeItem(store, item.id, { state: "done", doneAt: now, claimedBy: null, claimUntil: null });
}

async function ownReport(read: Store, row: ReportRow): Promise<OwnReport> {
  const group = await read.groups.byId(row.groupId);
  const note = row.targetKind === "note" ? await read.annotations.find(row.targetId) : null;
  const { id, reason, words: said, createdAt, settledAt } = row;
  return {
    id,
    group: { id: row.groupId, name: group?.name ?? "" },
    target: { kind: row.targetKind === "member" ? "member" : "note", id: row.targetId },
    document: note?.document ?? null,
    reason,
    words: said,
    at: createdAt,
    outcome: toldOutcome(row.state),
    settledAt,
  };
}
