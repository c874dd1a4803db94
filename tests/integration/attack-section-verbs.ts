/** The part of the table of Z1 about the sections of a group. */
import { form, get, group, type Scene, toPath, type Verb } from "./attack-scene.ts";

const teachers = ["owner", "teacher"] as const;

/** A division with one section, made by the owner. */
async function division({ site, seminar }: Scene): Promise<string> {
  const { sections } = site.site;
  const { id } = await sections.create(seminar.owner.viewer, seminar.id, {
    ...{ id: site.newId(), name: "Pairs", method: "hand", size: null },
  });
  await sections.apply(seminar.owner.viewer, id, 1, [{ id: null, name: "A", members: [] }]);
  return id;
}

/** A second section beside the silent one, in whose audience somebody wrote. */
async function lively({ site, seminar }: Scene, set: string): Promise<void> {
  const { sections } = site.site;
  const { viewer } = seminar.owner;
  const writer = await site.enter(seminar, "member");
  const [silent] = (await sections.open(viewer, set)).sections;
  await sections.apply(viewer, set, 2, [
    { id: silent?.id ?? null, name: "A", members: [] },
    { id: null, name: "B", members: [writer.id] },
  ]);
  const id = site.newId();
  await site.site.transact(async (store) => {
    const [, section] = await store.sections.ofSet(set);
    const [room] = await store.cohorts.ofSections([section?.id ?? ""]);
    const seats = await store.audiences.roster([room?.audience ?? ""]);
    const seat = seats.find(({ id }) => id === writer.id)?.seat ?? "";
    const access = await store.access.document(writer.id, seminar.text.id);
    await store.annotations.insert(
      {
        ...{ id, documentId: seminar.text.id, rootId: id, parentId: null, creatorId: writer.id },
        ...{ motivation: "commenting", status: "published", colour: "amber", target: null, more: [], kind: null },
        ...{ tags: [], revisionId: access?.document.revisionId ?? "", createdAt: site.time.now },
      },
      { id: site.newId(), text: "Here." },
      [{ audience: room?.audience ?? "", kind: "section", seat, owner: null }],
    );
  });
}

const page = async (scene: Scene) => `/g/${scene.seminar.id}/sections/${await division(scene)}.data`;
const post = (fields: Readonly<Record<string, string>>) => toPath("post", page, fields);
const two = JSON.stringify([
  { id: null, name: "B", members: [] },
  { id: null, name: "C", members: [] },
]);

export const sectionVerbs: readonly Verb[] = [
  { name: "sections.list", may: teachers, ready: get(group("/sections.data")) },
  { name: "sections.open", may: teachers, ready: toPath("get", page) },
  {
    name: "sections.create",
    may: teachers,
    ready: form(group("/sections.data?index"), ({ site }) => ({
      ...{ intent: "create", id: site.newId(), name: "Trios", method: "auto", size: "3" },
    })),
  },
  { name: "sections.propose", may: teachers, ready: post({ intent: "propose", size: "3", seed: "1" }) },
  { name: "sections.read", may: teachers, ready: post({ intent: "read", table: "Nobody,A" }) },
  { name: "sections.preview", may: teachers, ready: post({ intent: "look", "name-new0": "B" }) },
  {
    name: "sections.proposeWithoutSilent",
    may: teachers,
    ready: async (scene) => {
      const set = await division(scene);
      await lively(scene, set);
      return form(
        () => `/g/${scene.seminar.id}/sections/${set}.data`,
        () => ({ intent: "silent", days: "7" }),
      )(scene);
    },
  },
  { name: "sections.apply", may: teachers, ready: post({ intent: "apply", version: "2", division: two }) },
  {
    name: "sections.undo",
    may: teachers,
    ready: async (scene) => {
      const set = await division(scene);
      const { undoable } = await scene.site.site.sections.open(scene.seminar.owner.viewer, set);
      const at = `/g/${scene.seminar.id}/sections/${set}.data`;
      return form(
        () => at,
        () => ({ intent: "undo", change: undoable?.id ?? "" }),
      )(scene);
    },
  },
  { name: "sections.archive", may: teachers, ready: post({ intent: "archive" }) },
];
