/** The part of the table of Z1 about summaries of threads. */
import { form, othersNote, type Scene, toPath, type Verb } from "./attack-scene.ts";

const staff = ["owner", "teacher", "moderator"] as const;

/** A thread with one version of a summary. */
async function summarised(scene: Scene): Promise<string> {
  const { site, seminar } = scene;
  const note = await othersNote(scene);
  await site.site.summaries.publish(seminar.owner.viewer, note, { body: "What it came to.", latest: 0 });
  return note;
}

const act =
  (intent: string, fields: Readonly<Record<string, string>> = {}): Verb["ready"] =>
  async (scene) => {
    const note = await summarised(scene);
    return form(
      () => `/n/${note}/summary.data`,
      () => ({ intent, latest: "1", ...fields }),
    )(scene);
  };

export const summaryVerbs: readonly Verb[] = [
  {
    name: "summaries.open",
    may: staff,
    ready: toPath("get", async (scene) => `/n/${await summarised(scene)}/summary.data`),
  },
  { name: "summaries.publish", may: staff, ready: act("publish", { body: "Another one." }) },
  { name: "summaries.withdraw", may: staff, ready: act("withdraw") },
];
