/** The part of the table of Z1 about texts that change, and notes that lose their words. */
import { command, form, get, othersNote, ownNote, type Scene, text, toPath, type Verb } from "./attack-scene.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const teachers = ["owner", "teacher"] as const;
const staff = ["owner", "teacher", "moderator"] as const;

const pieces = (...lines: readonly string[]) =>
  lines.map((line) => ({ label: "paragraph", html: `<p>${line}</p>` }) as const);

const newest = async ({ site, seminar }: Scene) =>
  (await site.site.revisions.list(seminar.owner.viewer, seminar.text.id)).base;

/** Takes the words away on which notes stand. */
async function revised(scene: Scene): Promise<void> {
  const { site, seminar } = scene;
  const words = { base: await newest(scene), pieces: pieces(`Only other words now: ${site.newId()}.`), remark: "" };
  await site.site.revisions.publish(seminar.owner.viewer, seminar.text.id, words);
}

/** The note's passage goes to the beginning of the new words. */
async function placing(scene: Scene, id: string): Promise<object> {
  const { seminar } = scene;
  await revised(scene);
  const position = { type: "TextPositionSelector", start: 0, end: 4 };
  const quote = { type: "TextQuoteSelector", exact: "Only", prefix: "", suffix: "" };
  const target = { source: await newest(scene), selector: [position, quote] };
  return { verb: "anchor", id, document: seminar.text.id, passage: 0, target };
}

export const revisionVerbs: readonly Verb[] = [
  { name: "revisions.edit", may: teachers, ready: get(text("/edit.data")) },
  {
    name: "revisions.publish",
    may: teachers,
    ready: form(text("/edit.data"), async (scene) => ({
      base: await newest(scene),
      pieces: JSON.stringify(pieces("Other words.")),
      remark: "Shorter",
    })),
  },
  {
    name: "revisions.restore",
    may: teachers,
    ready: form(text("/revisions.data?index"), async (scene) => {
      await revised(scene);
      return { base: await newest(scene), n: "1" };
    }),
  },
  { name: "revisions.list", may: inside, ready: get(text("/revisions.data")) },
  {
    name: "revisions.changes",
    may: inside,
    ready: toPath("get", async (scene) => {
      await revised(scene);
      return `/t/${scene.seminar.text.id}/revisions/2.data`;
    }),
  },
  { name: "revisions.adrift", may: inside, ready: get(text("/adrift.data")) },
  {
    name: "revisions.follow",
    may: inside,
    ready: get(({ seminar }) => `/t/${seminar.text.id}/article?source=${seminar.text.revision}&span=2-6`),
  },
  {
    name: "annotations.run anchor",
    may: staff,
    ready: command(async (scene) => placing(scene, await othersNote(scene))),
  },
  {
    name: "annotations.run anchor, one's own",
    may: ["owner", "teacher", "moderator", "member"],
    ready: command(async (scene) => placing(scene, await ownNote(scene))),
  },
];
