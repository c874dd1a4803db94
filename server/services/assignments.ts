/** Close readings as their teachers set them; each change is a row of the record. */
import type { AssignmentService } from "#app/context/assignments.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { type Start, startOf } from "#app/domain/assignment/moved.ts";
import type { Gate } from "#app/domain/audience/audience.ts";
import { tidyName } from "#app/domain/member/name.ts";
import type { Facts } from "#app/domain/moderation/record.ts";
import type { Verb } from "#app/domain/moderation/verb.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords as words } from "#app/words/assignments.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { Store, Transact } from "#db/store.ts";
import { beginning } from "./assignments/begin.ts";
import { carryNotes, type Hands } from "./assignments/carry.ts";
import { demandPromise, demandRight, demandTexts, readsIn, tidied } from "./assignments/check.ts";
import { alignAssignment } from "./assignments/cohorts.ts";
import { copyInto } from "./assignments/copy.ts";
import { datesOf, setDates } from "./assignments/dates.ts";
import { type Entered, enterAssignment, studentsOf } from "./assignments/enter.ts";
import { listOf, settingOf } from "./assignments/look.ts";
import { anchored, anchoredTexts } from "./assignments/placed.ts";
import { requireAction } from "./groups-standing.ts";
import { recordChange } from "./rules/record-change.ts";

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** A new ULID. */
  readonly newId: () => string;
  /** Without them the notes of a copied assignment stay behind. */
  readonly hands?: Hands;
};

type Setting = Entered & {
  readonly store: Store;
  readonly now: number;
  readonly record: (verb: Verb, before: Facts, after: Facts) => Promise<void>;
};

export function makeAssignmentService({ read, transact, clock, newId, hands }: Parts): AssignmentService {
  const set = <T>(viewer: Viewer, id: string, work: (setting: Setting) => Promise<T>): Promise<T> =>
    transact(async (store) => {
      const now = clock();
      const entered = await enterAssignment(store, { viewer, id, now }, "assignment.set");
      const hands = { store, now, newId, group: entered.group.id, actor: entered.actor };
      const subject = { kind: "assignment", id } as const;
      return work({
        ...{ ...entered, store, now },
        record: (verb, before, after) => recordChange(hands, { verb, subject, before, after }),
      });
    });

  type Starting = {
    readonly viewer: Viewer;
    readonly groupId: string;
    readonly start: Start | null;
    readonly zone: string;
  };
  const setStart = async (store: Store, { viewer, groupId, start, zone }: Starting): Promise<void> => {
    const now = clock();
    const { actor } = await requireAction(store, { viewer, groupId, now }, "assignment.set");
    const hasStart = (await store.courses.start(groupId)) !== null;
    if (start === null && !hasStart) return;
    await store.courses.setStart(groupId, start, zone);
    await recordChange(
      { store, now, newId, group: groupId, actor },
      {
        ...{ verb: "course.set", subject: { kind: "group", id: groupId } },
        ...{ before: { start: hasStart }, after: { start: start !== null } },
      },
    );
  };

  return {
    list: (viewer, groupId) => listOf(read, { viewer, groupId, now: clock() }),
    edit: async (viewer, id) =>
      settingOf(read, await enterAssignment(read, { viewer, id, now: clock() }, "assignment.set")),

    measureReading: (viewer, groupId, isOn) =>
      transact(async (store) => {
        const now = clock();
        const { actor } = await requireAction(store, { viewer, groupId, now }, "assignment.set");
        const before = await store.courses.measuresReading(groupId);
        if (before === isOn) return;
        await store.courses.setMeasuresReading(groupId, isOn, viewer.timeZone);
        await recordChange(
          { store, now, newId, group: groupId, actor },
          {
            ...{ verb: "course.set", subject: { kind: "group", id: groupId } },
            ...{ before: { measuresReading: before }, after: { measuresReading: isOn } },
          },
        );
      }),

    async create(viewer, groupId, { id, template, title: typed, document }) {
      await transact(async (store) => {
        const now = clock();
        await requireAction(store, { viewer, groupId, now }, "assignment.set");
        const known = await store.assignments.find(id);
        if (known !== null && known.group !== groupId) throw new Problem("conflict", words.changed);
        if (known !== null) return;
        const texts = document === null ? [] : [{ document, passages: [] }];
        await demandTexts(store, groupId, texts);
        const begun = await beginning(store, groupId, template, viewer.timeZone);
        const brief = { ...begun, title: tidyName(typed), texts };
        const instructions = words.templates[template].instructions;
        demandRight({ ...brief, instructions }, false);
        const origin = { id, group: groupId, createdBy: viewer.id, now, copiedFrom: null };
        await store.assignments.insert({ ...brief, instructions, ...origin });
      });
      return { id };
    },

    change: (viewer, id, version, given) =>
      set(viewer, id, async ({ store, assignment, now, record }) => {
        const texts = await anchoredTexts(store, given.texts);
        const brief = tidied({ ...given, texts, prompts: await anchored(store, given.prompts) });
        demandRight(brief, assignment.state !== "draft");
        await demandTexts(store, assignment.group, brief.texts);
        await demandPromise(store, assignment, brief.anonymity);
        if (!(await store.assignments.change(id, version, brief, now))) throw new Problem("conflict", words.changed);
        const after = await found(store, id);
        if (assignment.anonymity !== after.anonymity && after.anonymity !== "off") {
          const students = (await studentsOf(store, assignment.group)).map((student) => student.id);
          // Under a name that others have seen already nobody becomes somebody else where that is theirs to choose.
          await store.cohorts.veil(id, students, after.anonymity === "required" ? "all" : "silent");
        }
        await alignAssignment({ store, now, newId }, after);
        if (JSON.stringify(brief.reveal) !== JSON.stringify(assignment.reveal))
          await setGate(store, after, brief.reveal);
        else if (after.state !== "draft") tellRooms(store, [...documentsOf(assignment), ...documentsOf(after)]);
        if (assignment.state !== "draft") await record("assignment.change", factsOf(assignment), factsOf(after));
        return { version: after.version };
      }),

    async publish(viewer, id) {
      await set(viewer, id, async ({ store, assignment, now, record }) => {
        if (assignment.state !== "draft") return;
        demandRight(assignment, true);
        await store.assignments.setState(id, "published", { publishedAt: now });
        const published = await found(store, id);
        await alignAssignment({ store, now, newId }, published);
        tellRooms(store, documentsOf(published));
        await record("assignment.publish", { state: "draft" }, factsOf(published));
      });
      const { carries } = await found(read, id);
      if (carries.length === 0 || hands === undefined) return;
      const left = await carryNotes(read, { id, carries }, hands);
      await transact((store) => store.assignments.carried(id, left));
    },

    archive: (viewer, id, archived) =>
      set(viewer, id, async ({ store, assignment, record }) => {
        const state = archived ? "archived" : "published";
        if (assignment.state === "draft" || assignment.state === state) return;
        await store.assignments.setState(id, state);
        await record("assignment.archive", { state: assignment.state }, { state });
      }),

    remove: (viewer, id) =>
      set(viewer, id, async ({ store, assignment }) => {
        if (assignment.state !== "draft") throw new Problem("conflict", words.onlyDrafts);
        await store.assignments.remove(id);
      }),

    async copy(viewer, id, choice) {
      const copy = newId();
      await set(viewer, id, async ({ store, assignment, now }) => {
        await requireAction(store, { viewer, groupId: choice.group, now }, "assignment.set");
        await copyInto(store, assignment, { id: copy, choice, viewer: viewer.id, now, newId });
      });
      return { id: copy };
    },

    beginLike: (viewer, id) =>
      set(viewer, id, ({ store, assignment, group }) =>
        setStart(store, { viewer, groupId: group.id, start: startOf(assignment), zone: assignment.times.zone }),
      ),

    beginPlain: (viewer, groupId) =>
      transact((store) => setStart(store, { viewer, groupId, start: null, zone: viewer.timeZone })),

    async dates(viewer, groupId) {
      const { group } = await requireAction(read, { viewer, groupId, now: clock() }, "assignment.set");
      return { group: { id: group.id, name: group.name }, lines: await datesOf(read, groupId) };
    },

    setDates: (viewer, groupId, given) =>
      transact(async (store) => {
        const now = clock();
        const { actor } = await requireAction(store, { viewer, groupId, now }, "assignment.set");
        const moved = await setDates(store, groupId, { given, now });
        for (const { before, after } of moved) {
          if (after.state === "draft") continue;
          if (JSON.stringify(before.reveal) !== JSON.stringify(after.reveal)) await setGate(store, after, after.reveal);
          else tellRooms(store, documentsOf(after));
          await recordChange(
            { store, now, newId, group: groupId, actor },
            {
              ...{ verb: "assignment.change", subject: { kind: "assignment", id: after.id } },
              ...{ before: factsOf(before), after: factsOf(after) },
            },
          );
        }
        return moved.map(({ before, after }) => ({ id: before.id, version: after.version, times: before.times }));
      }),

    reveal: (viewer, id, open) =>
      set(viewer, id, async ({ store, assignment, record }) => {
        await setGate(store, assignment, open ? { kind: "open" } : { kind: "manual", revealed: false });
        await record(open ? "assignment.reveal" : "assignment.hide", {}, { open });
      }),

    extend: (viewer, id, { for: whom, dueAt, closesAt }) =>
      set(viewer, id, async ({ store, assignment, now, record }) => {
        const before = (await store.assignments.extensions(id)).find(
          (one) => one.forKind === whom.kind && one.forId === whom.id,
        );
        if (dueAt !== null && assignment.times.dueAt === null) throw new Problem("invalid", words.nothingDue);
        if (!(await readsIn(store, assignment, whom))) throw new Problem("not-found", words.unknownReader);
        const row = { id: before?.id ?? newId(), assignmentId: id, forKind: whom.kind, forId: whom.id };
        const given = { dueAt: dueAt ?? 0, closesAt, createdBy: viewer.id, createdAt: now };
        await store.assignments.extend({ ...row, ...given }, dueAt === null);
        const about = { [whom.kind]: whom.id };
        await record("assignment.extend", { ...about, dueAt: before?.dueAt ?? null }, { ...about, dueAt });
      }),
  };
}

async function found(store: Store, id: string): Promise<AssignmentRow> {
  const row = await store.assignments.find(id);
  if (row === null) throw new Problem("not-found", words.unknown);
  return row;
}

/** The gate of every audience of the assignment; open pages learn of it at once. */
async function setGate(store: Store, assignment: AssignmentRow, gate: Gate): Promise<void> {
  const cohorts = await store.cohorts.ofAssignment(assignment.id);
  if (cohorts.length === 0) return;
  await store.cohorts.setGate(
    cohorts.map(({ audience }) => audience),
    gate,
  );
  const documents = documentsOf(assignment);
  if (gate.kind === "open") store.effect({ kind: "opened", documents });
  else tellRooms(store, documents);
}

/** Sockets that may no longer be there go at once; whoever may open more is told to ask. */
function tellRooms(store: Store, documents: readonly string[]): void {
  store.effect({ kind: "rights", documents });
  store.effect({ kind: "opened", documents });
}

function documentsOf({ texts }: Pick<AssignmentRow, "texts">): readonly string[] {
  return texts.map(({ document }) => document);
}

function factsOf({ state, version, times, reveal, anonymity, texts, prompts }: AssignmentRow): Facts {
  return {
    ...{ state, version, dueAt: times.dueAt, closesAt: times.closesAt, reveal: reveal.kind, anonymity },
    ...{ texts: texts.length, prompts: prompts.length },
  };
}
