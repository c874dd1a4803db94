/** The record as moderators, members, everybody and the one concerned may read it. */
import type { OwnDecision, RecordChoice, RecordPage, RecordRow, RecordService } from "#app/context/record.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { APPEAL_WITHIN, appealBar } from "#app/domain/moderation/appeal.ts";
import { guidelineFor } from "#app/domain/moderation/guideline.ts";
import type { ChainedEntry } from "#app/domain/moderation/record.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { groupsWords } from "#app/words/groups.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { RecordFilter } from "#db/repositories/moderation/record.ts";
import type { Store } from "#db/store.ts";
import { requireAdmin } from "./admin.ts";
import { sightIn } from "./annotations/turn.ts";
import { excerptOf } from "./excerpt.ts";
import { caseOf } from "./moderation/appeal-case.ts";
import { recordFile } from "./moderation/record-file.ts";
import { type Eyes, rowsFor } from "./moderation/record-rows.ts";
import { roleOfWhoMayEnter } from "./moderation/refusal.ts";
import { standingIn } from "./rights.ts";

/** Rows on one page of the record, and on the page of one's own. */
const PAGE = 50;
const OWN = 100;

/** The service; `clock` in milliseconds since 1970. */
export function makeRecordService({
  read,
  clock,
}: {
  readonly read: Store;
  readonly clock: () => number;
}): RecordService {
  return {
    async group(viewer, groupId, choice) {
      const { group, eyes } = await entry(read, viewer, { groupId, now: clock() });
      const rows = await read.record.list(filterOf(groupId, choice, eyes), PAGE + 1);
      const shown = await rowsFor(read, rows.slice(0, PAGE), eyes);
      const older = rows.length > PAGE ? (shown.at(-1)?.seq ?? null) : null;
      const actors = eyes === "staff" ? await actorsOf(read, groupId) : [];
      return { group: { id: group.id, name: group.name }, rows: shown, older, actors, isStaff: eyes === "staff" };
    },

    async take(viewer, groupId, format) {
      const { group, eyes } = await entry(read, viewer, { groupId, now: clock() });
      if (eyes !== "staff") throw new Problem("forbidden", groupsWords.notAllowed);
      return recordFile(read, group, format);
    },

    async site(viewer, choice) {
      await requireAdmin(read, viewer);
      const entries = await read.record.list(filterOf(null, choice, "staff"), PAGE + 1);
      const rows = await rowsFor(read, entries.slice(0, PAGE), "staff");
      const older = entries.length > PAGE ? (rows.at(-1)?.seq ?? null) : null;
      return { group: null, rows, older, actors: await actorsOf(read, null), isStaff: true };
    },

    async takeSite(viewer, format) {
      await requireAdmin(read, viewer);
      return recordFile(read, null, format);
    },

    async own(viewer) {
      const entries = await read.record.concerning(viewer.id, OWN);
      const rows = await rowsFor(read, entries, "concerned");
      const own: OwnDecision[] = [];
      for (const [index, row] of rows.entries()) {
        const done = entries[index];
        if (done !== undefined) own.push(await ownDecision(read, { viewer, done, row, now: clock() }));
      }
      return own;
    },
  };
}

/** How much of a group's record a viewer reads; Problem("not-found") where that is nothing. */
async function entry(
  read: Store,
  viewer: Viewer | null,
  { groupId, now }: { readonly groupId: string; readonly now: number },
) {
  const group = await read.groups.byId(groupId);
  const role = viewer === null ? null : await roleOfWhoMayEnter(read, viewer.id, { group: groupId, now });
  const isStaff = viewer !== null && can({ id: viewer.id, role, isAdmin: viewer.isAdmin }, "record.read");
  const isShown = group?.recordShown === "everyone" || (group?.recordShown === "members" && role !== null);
  if (group === null || !(isStaff || isShown)) throw new Problem("not-found", groupsWords.unknown);
  const eyes: Eyes = isStaff ? "staff" : "public";
  return { group, eyes };
}

/** Nobody but staff can ask what one moderator did. */
function filterOf(group: string | null, choice: RecordChoice, eyes: Eyes): RecordFilter {
  const { verb, reason, actor, from, until, before } = choice;
  return {
    group,
    ...(verb === null ? {} : { verb }),
    ...(reason === null ? {} : { reason }),
    ...(actor === null || eyes !== "staff" ? {} : { actor }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(before === null ? {} : { before }),
  };
}

async function actorsOf(read: Store, groupId: string | null): Promise<RecordPage["actors"]> {
  const names: { id: string; name: string }[] = [];
  for (const id of await read.record.actors(groupId)) {
    const member = await read.members.byId(id);
    if (member !== null) names.push({ id, name: member.name });
  }
  return names.sort((a, b) => a.name.localeCompare(b.name));
}

/** Also of one's own note: what somebody deleted, or wrote in a group that they left, is gone for them. */
async function seesWords(
  read: Store,
  viewer: Viewer,
  { note, now }: { readonly note: NoteRow; readonly now: number },
): Promise<boolean> {
  const standing = await standingIn(read, { memberId: viewer.id, documentId: note.document, now });
  return standing !== null && (await sightIn(read, standing, note)) === "body";
}

/** A decision cites by its reason; the wording is the one that held then. */
async function ruleCited(read: Store, { group, reason, at }: ChainedEntry): Promise<OwnDecision["rule"]> {
  if (group === null || reason === null) return null;
  const rule = guidelineFor(await read.guidelines.at(group, at), reason);
  return rule === null ? null : { number: rule.number, title: rule.title, words: rule.words };
}

async function ownDecision(
  read: Store,
  {
    viewer,
    done,
    row,
    now,
  }: { readonly viewer: Viewer; readonly done: ChainedEntry; readonly row: RecordRow; readonly now: number },
): Promise<OwnDecision> {
  const note = done.subject.kind === "note" ? await read.annotations.find(done.subject.id) : null;
  const group = done.group === null ? null : await read.groups.byId(done.group);
  const appeal = await read.appeals.ofDecision(done.seq);
  const bar = appealBar(done, { now, isUndone: row.isUndone });
  return {
    row,
    group: { id: group?.id ?? "", name: group?.name ?? "" },
    excerpt: note !== null && (await seesWords(read, viewer, { note, now })) ? excerptOf(note.body) : "",
    note: note?.id ?? null,
    rule: await ruleCited(read, done),
    appeal: appeal === null ? null : await caseOf(read, appeal, "concerned"),
    appealUntil: bar === null && appeal === null && done.group !== null ? done.at + APPEAL_WITHIN : null,
  };
}
