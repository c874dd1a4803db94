/** The part of the table of Z1 about what decides before publication. */
import { form, get, group, type Scene, type Verb } from "./attack-scene.ts";

const staff = ["owner", "teacher", "moderator"] as const;
const address = group("/moderation/rules.data");
const rule = { name: "Insults", kind: "words", words: "idiot", action: "hold" };
const check = { url: "https://check.example/", timeLimit: "500", whenItFails: "hold", isOn: "on" };

/** The id of a rule that the owner made. */
async function ownRule({ site, seminar }: Scene): Promise<string> {
  const test = { kind: "words", words: ["idiot"] } as const;
  const input = { name: "Insults", action: "hold", thenHold: false, test } as const;
  return (await site.site.rules.save(seminar.owner.viewer, seminar.id, null, input)).id;
}

async function ownPolicy({ site, seminar }: Scene): Promise<string> {
  const { viewer } = seminar.owner;
  const input = { kind: "approval", scope: "group", subject: "", notes: 3, aged: 0, until: null, reason: "" } as const;
  await site.site.rules.setPolicy(viewer, seminar.id, input);
  return (await site.site.rules.open(viewer, seminar.id)).policies[0]?.id ?? "";
}

async function ownCheck({ site, seminar }: Scene): Promise<void> {
  const input = { url: check.url, isOn: false, timeLimit: 500, whenItFails: "hold" } as const;
  await site.site.rules.setCheck(seminar.owner.viewer, seminar.id, input);
}

export const rulesVerbs: readonly Verb[] = [
  { name: "rules.open", may: staff, ready: get(address) },
  { name: "rules.save", may: staff, ready: form(address, () => ({ intent: "save", ...rule })) },
  { name: "rules.tryOut", may: staff, ready: form(address, () => ({ intent: "try-out", ...rule })) },
  {
    name: "rules.turn",
    may: staff,
    ready: form(address, async (scene) => ({ intent: "off", rule: await ownRule(scene) })),
  },
  {
    name: "rules.move",
    may: staff,
    ready: form(address, async (scene) => ({ intent: "down", rule: await ownRule(scene) })),
  },
  {
    name: "rules.retire",
    may: staff,
    ready: form(address, async (scene) => ({ intent: "retire", rule: await ownRule(scene) })),
  },
  {
    name: "rules.setPolicy",
    may: staff,
    ready: form(address, () => ({ intent: "set-policy", kind: "approval", scope: "group" })),
  },
  {
    name: "rules.endPolicy",
    may: staff,
    ready: form(address, async (scene) => ({ intent: "end-policy", policy: await ownPolicy(scene) })),
  },
  { name: "rules.setCheck", may: ["owner"], ready: form(address, () => ({ intent: "set-check", ...check })) },
  {
    name: "rules.renewSecret",
    may: ["owner"],
    ready: form(address, async (scene) => {
      await ownCheck(scene);
      return { intent: "renew-secret" };
    }),
  },
  {
    name: "rules.dropCheck",
    may: ["owner"],
    ready: form(address, async (scene) => {
      await ownCheck(scene);
      return { intent: "drop-check" };
    }),
  },
];
