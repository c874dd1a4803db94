/** The part of the table of Z1 about the record of decisions and appeals against them. */
import { askers, at, form, get, group, othersNote, ownNote, type Scene, text, type Verb } from "./attack-scene.ts";

const staff = ["owner", "teacher", "moderator"] as const;
const members = ["member", "observer"] as const;
const signedIn = askers.filter((asker) => asker !== "nobody");
const words = "Please look again.";
/** Those outside the room where decisions are made are told that there is nothing. */
const unknownToMembers = Object.fromEntries(members.map((role) => [role, "unknown"] as const));

/** The number of a decision of the group's owner about that note. */
async function decided({ site, seminar }: Scene, note: string): Promise<number> {
  const said = { reason: "attack", toAuthor: "", toStaff: "" } as const;
  const input = { note, verb: "hide", version: 1, ...said } as const;
  return (await site.site.moderation.decide(seminar.owner.viewer, input)).decision ?? 0;
}

/** An appeal of a member against a decision of the owner. */
async function appealed(scene: Scene): Promise<string> {
  const { site, seminar } = scene;
  const member = await site.enter(seminar, "member");
  const decision = await decided(scene, await site.note(seminar, member));
  return (await site.site.appeals.open(member.viewer, decision, words)).id;
}

export const moderationVerbs: readonly Verb[] = [
  {
    name: "moderation.undo",
    may: staff,
    otherwise: unknownToMembers,
    ready: form(group("/record.data"), async (scene) => ({
      decision: `${await decided(scene, await othersNote(scene))}`,
    })),
  },
  {
    name: "record.group",
    may: staff,
    otherwise: { ...unknownToMembers, nobody: "unknown" },
    ready: get(group("/record.data")),
  },
  {
    name: "groups.showRecord",
    may: ["owner"],
    ready: form(group("/settings.data"), () => ({ intent: "record", shown: "members" })),
  },
  ...(["lock", "pin", "feature"] as const).map((verb) => ({
    name: `curation.run ${verb}`,
    may: staff,
    ready: form(text("/curate.data"), async (scene) => ({ verb, id: await othersNote(scene) })),
  })),
  ...(["merge", "move"] as const).map((verb) => ({
    name: `curation.run ${verb}`,
    may: staff,
    ready: form(text("/curate.data"), async (scene: Scene) => {
      const id = await othersNote(scene);
      if (verb === "merge") return { verb, id, into: await othersNote(scene) };
      return { verb, id, text: scene.seminar.text.id, passage: "whole" };
    }),
  })),
  { name: "curation.texts", may: staff, ready: get(text("/curate.data?texts")) },
  { name: "curation.text", may: [...staff, ...members], ready: get(text("/curate.data")) },
  {
    name: "curation.run resolve",
    may: staff,
    ready: form(text("/curate.data"), async (scene) => ({ verb: "resolve", id: await othersNote(scene) })),
  },
  {
    name: "curation.run resolve, one's own",
    may: [...staff, "member"],
    ready: form(text("/curate.data"), async (scene) => ({ verb: "resolve", id: await ownNote(scene) })),
  },
  {
    name: "curation.run text-lock",
    may: staff,
    ready: form(text("/curate.data"), ({ seminar }) => ({ verb: "text-lock", id: seminar.text.id })),
  },
  { name: "record.take", may: staff, otherwise: unknownToMembers, ready: get(group("/record/json")) },
  { name: "record.own", may: signedIn, ready: get(at("/decisions.data")) },
  {
    name: "appeals.open",
    may: [],
    otherwise: Object.fromEntries(signedIn.map((asker) => [asker, "unknown"] as const)),
    ready: form(at("/decisions.data"), async (scene) => ({
      ...{ intent: "open", words },
      decision: `${await decided(scene, await othersNote(scene))}`,
    })),
  },
  {
    name: "appeals.open, about one's own",
    may: ["teacher", "moderator", "member", "observer", "former", "outsider", "administrator"],
    otherwise: { owner: "unknown" },
    ready: form(at("/decisions.data"), async (scene) => {
      const note = await ownNote(scene);
      return {
        ...{ intent: "open", words },
        // Nobody stands above an owner: there is no decision to appeal against.
        decision: scene.role === "owner" ? "999999" : `${await decided(scene, note)}`,
      };
    }),
  },
  { name: "appeals.list", may: staff, otherwise: unknownToMembers, ready: get(group("/appeals.data")) },
  {
    name: "appeals.say",
    may: staff,
    otherwise: unknownToMembers,
    ready: form(group("/appeals.data"), async (scene) => ({ intent: "say", words, appeal: await appealed(scene) })),
  },
  {
    name: "appeals.decide",
    may: ["teacher", "moderator", "owner"],
    otherwise: unknownToMembers,
    ready: form(group("/appeals.data"), async (scene) => ({
      ...{ intent: "decide", words, outcome: "uphold" },
      appeal: await appealed(scene),
    })),
  },
];
