/** The verbs over a group's tags and kinds, for the table of `attack-verbs.ts`. */
import type { TagInput } from "#app/context/vocabulary.ts";
import { tagKey } from "#app/domain/annotation/tag.ts";
import { type Scene, service, type Verb } from "./attack-scene.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const teachers = ["owner", "teacher"] as const;

export const vocabularyVerbs: readonly Verb[] = [
  {
    name: "vocabulary.open",
    may: inside,
    ready: service(
      async ({ site, seminar }) =>
        (viewer) =>
          site.site.vocabulary.open(viewer, seminar.id),
    ),
  },
  {
    name: "vocabulary.addTag",
    may: teachers,
    ready: service(async ({ site, seminar }) => {
      const input = tag(site.newId());
      return (viewer) => site.site.vocabulary.addTag(viewer, seminar.id, input);
    }),
  },
  {
    name: "vocabulary.editTag",
    may: teachers,
    ready: service(async (scene) => {
      const { site, seminar } = scene;
      const [key, input] = [await listedTag(scene), tag(site.newId())];
      return (viewer) => site.site.vocabulary.editTag(viewer, seminar.id, key, input);
    }),
  },
  {
    name: "vocabulary.retireTag",
    may: teachers,
    ready: service(async (scene) => {
      const key = await listedTag(scene);
      return (viewer) => scene.site.site.vocabulary.retireTag(viewer, scene.seminar.id, key);
    }),
  },
  {
    name: "vocabulary.addKind",
    may: teachers,
    ready: service(
      async ({ site, seminar }) =>
        (viewer) =>
          site.site.vocabulary.addKind(viewer, seminar.id, kindInput),
    ),
  },
  {
    name: "vocabulary.editKind",
    may: teachers,
    ready: service(async (scene) => {
      const id = await offeredKind(scene);
      return (viewer) =>
        scene.site.site.vocabulary.editKind(viewer, scene.seminar.id, id, { name: "New", meaning: "" });
    }),
  },
  {
    name: "vocabulary.retireKind",
    may: teachers,
    ready: service(async (scene) => {
      const id = await offeredKind(scene);
      return (viewer) => scene.site.site.vocabulary.retireKind(viewer, scene.seminar.id, id, true);
    }),
  },
];

const kindInput = { name: "Reading aloud", meaning: "" };

function tag(name: string): TagInput {
  return { name, colour: null, meaning: "" };
}

async function listedTag({ site, seminar }: Scene): Promise<string> {
  const name = site.newId();
  await site.site.vocabulary.addTag(seminar.owner.viewer, seminar.id, tag(name));
  return tagKey(name);
}

async function offeredKind({ site, seminar }: Scene): Promise<string> {
  return (await site.site.vocabulary.addKind(seminar.owner.viewer, seminar.id, kindInput)).id;
}
