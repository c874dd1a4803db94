/** The part of the table of Z1 about collections of threads. */
import { at, form, get, group, othersNote, type Scene, toPath, type Verb } from "./attack-scene.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const staff = ["owner", "teacher", "moderator"] as const;

type Collection = { readonly id: string; readonly root: string; readonly link: string };

/** A collection of the owner with one thread and one link. */
async function collection(scene: Scene): Promise<Collection> {
  const { site, seminar } = scene;
  const { collections } = site.site;
  const { viewer } = seminar.owner;
  const said = { title: "All of it", description: "", isShown: true };
  const { id } = await collections.create(viewer, seminar.id, { ...said, id: site.newId() });
  const root = await othersNote(scene);
  await collections.add(viewer, id, root);
  await collections.share(viewer, id, { days: 7, withNames: false });
  const { links } = await collections.open(viewer, id);
  return { id, root, link: links[0]?.id ?? "" };
}

const page =
  (rest = ".data") =>
  async (scene: Scene) =>
    `/g/${scene.seminar.id}/collections/${(await collection(scene)).id}${rest}`;

const act =
  (intent: string, fields: (made: Collection) => Readonly<Record<string, string>> = () => ({})): Verb["ready"] =>
  async (scene) => {
    const made = await collection(scene);
    return form(
      () => `/g/${scene.seminar.id}/collections/${made.id}.data`,
      () => ({ intent, ...fields(made) }),
    )(scene);
  };

const root = (made: Collection) => ({ root: made.root });

export const collectionVerbs: readonly Verb[] = [
  { name: "collections.list", may: inside, ready: get(group("/collections.data")) },
  { name: "collections.open", may: inside, ready: toPath("get", page()) },
  { name: "collections.take", may: inside, ready: toPath("get", page("/export/html")) },
  {
    name: "collections.create",
    may: staff,
    ready: form(group("/collections.data?index"), ({ site }) => ({
      ...{ intent: "create", id: site.newId(), title: "Another", description: "" },
    })),
  },
  {
    name: "collections.offers",
    may: staff,
    ready: toPath("get", async (scene) => `/n/${await othersNote(scene)}/collect.data`),
  },
  {
    name: "collections.add",
    may: staff,
    ready: async (scene) => {
      const { id } = await collection(scene);
      const note = await othersNote(scene);
      return form(at(`/n/${note}/collect.data`), () => ({ intent: "put", collection: id }))(scene);
    },
  },
  { name: "collections.remark", may: staff, ready: act("remark", (made) => ({ ...root(made), remark: "Look." })) },
  { name: "collections.takeOut", may: staff, ready: act("take-out", root) },
  { name: "collections.move", may: staff, ready: act("up", root) },
  { name: "collections.edit", may: staff, ready: act("edit", () => ({ title: "Other", description: "" })) },
  { name: "collections.share", may: staff, ready: act("share", () => ({ days: "7" })) },
  { name: "collections.unshare", may: staff, ready: act("unshare", ({ link }) => ({ link })) },
  { name: "collections.remove", may: staff, ready: act("remove") },
];
