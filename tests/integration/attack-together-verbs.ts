/** The part of the table of Z1 about the page that a group writes together. */
import { form, get, pageVersion, type Scene, text, toPath, type Verb } from "./attack-scene.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const staff = ["owner", "teacher", "moderator"] as const;
const writers = ["owner", "teacher", "moderator", "member"] as const;

const versionPath = async (scene: Scene) => text(`/together/versions.data?version=${await pageVersion(scene)}`)(scene);

export const togetherVerbs: readonly Verb[] = [
  { name: "together.open", may: inside, ready: get(text("/together.data")) },
  { name: "together.open, of staff", may: staff, ready: get(text("/together.data?among=staff")) },
  { name: "together.passages", may: inside, ready: get(text("/together/passages")) },
  { name: "together.versions", may: inside, ready: get(text("/together/versions.data")) },
  { name: "together.version", may: inside, ready: toPath("get", versionPath) },
  {
    name: "together.restore",
    may: writers,
    ready: form(text("/together/versions.data"), async (scene) => ({ version: await pageVersion(scene) })),
  },
];
