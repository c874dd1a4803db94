/** The part of the table of Z1 about a group's tags and kinds. */
import { form, get, group, ownKind, ownTag, type Verb } from "./attack-scene.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const teachers = ["owner", "teacher"] as const;

export const vocabularyVerbs: readonly Verb[] = [
  { name: "vocabulary.open", may: inside, ready: get(group("/tags.data")) },
  {
    name: "vocabulary.addTag",
    may: teachers,
    ready: form(group("/tags.data"), ({ site }) => ({ intent: "add-tag", name: site.newId(), colour: "rose" })),
  },
  {
    name: "vocabulary.editTag",
    may: teachers,
    ready: form(group("/tags.data"), async (scene) => ({
      intent: "edit-tag",
      key: await ownTag(scene),
      name: "Other",
    })),
  },
  {
    name: "vocabulary.mergeTags",
    may: teachers,
    ready: form(group("/tags.data"), async (scene) => ({
      ...{ intent: "merge-tags", from: await ownTag(scene), into: await ownTag(scene) },
    })),
  },
  {
    name: "vocabulary.undoTagChange",
    may: teachers,
    ready: form(group("/tags.data"), async (scene) => {
      const { vocabulary } = scene.site.site;
      const { owner, id } = scene.seminar;
      const [from, into] = [await ownTag(scene), await ownTag(scene)];
      await vocabulary.mergeTags(owner.viewer, id, { from, into });
      const { changes } = await vocabulary.open(owner.viewer, id);
      return { intent: "undo-tags", change: changes[0]?.id ?? "" };
    }),
  },
  {
    name: "vocabulary.retireTag",
    may: teachers,
    ready: form(group("/tags.data"), async (scene) => ({ intent: "retire-tag", key: await ownTag(scene) })),
  },
  {
    name: "vocabulary.addKind",
    may: teachers,
    ready: form(group("/tags.data"), () => ({ intent: "add-kind", name: "Echo" })),
  },
  {
    name: "vocabulary.editKind",
    may: teachers,
    ready: form(group("/tags.data"), async (scene) => ({
      intent: "edit-kind",
      kind: await ownKind(scene),
      name: "Other",
    })),
  },
  ...(["retire-kind", "offer-kind"] as const).map((name) => ({
    name: `vocabulary.retireKind, ${name}`,
    may: teachers,
    ready: form(group("/tags.data"), async (scene) => ({ intent: name, kind: await ownKind(scene) })),
  })),
];
