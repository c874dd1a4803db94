/** Sections of a group: divided by hand, from a file or from the roster; every change is looked at first and can be taken back. */
import type { DivisionPreview, SectionService } from "#app/context/sections.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { Problem } from "#app/domain/problem.ts";
import { divide } from "#app/domain/section/divide.ts";
import { withoutSilent } from "#app/domain/section/rearrange.ts";
import { MAX_SECTION_NAME } from "#app/domain/section/section.ts";
import { sectionWords as words } from "#app/words/sections.ts";
import type { Store, Transact } from "#db/store.ts";
import { requireAction } from "./groups-standing.ts";
import { type Changing, changeSections, undoChange } from "./sections/change.ts";
import { drawn, namedPast, previewOf, reading, roomOf, studentsOf } from "./sections/look.ts";
import { readSections } from "./sections/read-csv.ts";

const DAY = 24 * 60 * 60 * 1000;
/** People that a section may aim at. */
const SIZES = { least: 2, most: 50 };

type Parts = {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
};

/** The service; `clock` in milliseconds since 1970. */
export function makeSectionService({ read, transact, clock, newId }: Parts): SectionService {
  const look = async (viewer: Viewer, setId: string) => {
    const room = await roomOf(read, setId);
    await requireAction(read, { viewer, groupId: room.set.group, now: clock() }, "section.edit");
    return room;
  };
  const change = <T>(viewer: Viewer, setId: string, work: (changing: Changing) => Promise<T>): Promise<T> =>
    transact(async (store) => {
      const now = clock();
      const { set } = await roomOf(store, setId);
      const { actor } = await requireAction(store, { viewer, groupId: set.group, now }, "section.edit");
      return work({ store, set, actor: { id: viewer.id, role: actor.role ?? "" }, now, newId });
    });

  return {
    async list(viewer, groupId) {
      await requireAction(read, { viewer, groupId, now: clock() }, "section.edit");
      const lines = [];
      for (const set of await read.sections.sets(groupId)) {
        const sections = await read.sections.ofSet(set.id);
        const seated = sections.reduce((sum, { members }) => sum + members.length, 0);
        lines.push({ ...set, sections: sections.length, seated });
      }
      return lines;
    },

    async open(viewer, setId) {
      return reading(read, await look(viewer, setId));
    },

    async create(viewer, groupId, { id, name: typed, method, size }) {
      const name = tidyName(typed);
      if (name === "") throw new Problem("invalid", words.nameMissing, { fields: { name: words.nameMissing } });
      if ([...name].length > MAX_SECTION_NAME) {
        const long = words.nameLong(MAX_SECTION_NAME);
        throw new Problem("invalid", long, { fields: { name: long } });
      }
      if (method === "auto") demandSize(size);
      await transact(async (store) => {
        const now = clock();
        await requireAction(store, { viewer, groupId, now }, "section.edit");
        const known = await store.sections.set(id);
        if (known !== null && known.group !== groupId) throw new Problem("conflict", words.changed);
        if (known !== null) return;
        const aim = method === "auto" ? size : null;
        await store.sections.insertSet({ ...{ id, groupId, name, method }, size: aim, createdAt: now });
      });
      return { id };
    },

    async propose(viewer, setId, { size, seed }) {
      demandSize(size);
      const room = await look(viewer, setId);
      const met = await namedPast(read, room.set.group);
      const people = (await studentsOf(read, room.set.group)).map(({ id }) => id);
      return previewOf(read, room, drawn(room, divide(people, { size, seed, met })));
    },

    async read(viewer, setId, csv) {
      const room = await look(viewer, setId);
      const { sections, unread } = readSections(csv, await studentsOf(read, room.set.group));
      const division = [...sections].map(([name, members]) => {
        const id = room.sections.find((section) => section.name === name)?.id ?? null;
        return { id, name, members };
      });
      const seen: DivisionPreview = await previewOf(read, room, division);
      return { ...seen, unread };
    },

    async preview(viewer, setId, division) {
      return previewOf(read, await look(viewer, setId), division);
    },

    async apply(viewer, setId, version, division) {
      return change(viewer, setId, (changing) => changeSections(changing, version, division));
    },

    async undo(viewer, setId, changeId) {
      return change(viewer, setId, (changing) => undoChange(changing, changeId));
    },

    async proposeWithoutSilent(viewer, setId, days) {
      const room = await look(viewer, setId);
      const life = new Map(room.life.map(({ section, last }) => [section, last]));
      const since = clock() - days * DAY;
      const after = withoutSilent(room.sections, ({ id }) => (life.get(id) ?? 0) < since);
      if (after === room.sections) throw new Problem("conflict", words.allSilent);
      return previewOf(read, room, after);
    },

    async archive(viewer, setId) {
      await change(viewer, setId, async ({ store, now }) => {
        const uses = await store.assignments.ofSectionSet(setId);
        if (uses.some(({ state }) => state === "published")) throw new Problem("conflict", words.archivedUsed);
        await store.sections.archive(setId, now);
      });
    },
  };
}

function demandSize(size: number | null): void {
  if (size !== null && Number.isInteger(size) && size >= SIZES.least && size <= SIZES.most) return;
  throw new Problem("invalid", words.sizeWrong, { fields: { size: words.sizeWrong } });
}
