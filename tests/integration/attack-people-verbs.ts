/** The part of the table of Z1 about people: sanctions, notes about members, ignoring, rules and answers. */
import { form, get, group, type Scene, type Verb } from "./attack-scene.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const staff = ["owner", "teacher", "moderator"] as const;
const teachers = ["owner", "teacher"] as const;
const signedIn = [...inside, "outsider", "former", "administrator"] as const;

const terms = { reason: "attack", scope: "group", days: "3" };
const rule = { title: "Be kind", words: "Argue with sentences.", reasons: ["attack"] } as const;

/** The address of the card of a new member. */
const aCard =
  (fields: (scene: Scene, member: string) => Promise<Record<string, string>>): Verb["ready"] =>
  async (scene) => {
    const { id } = await scene.site.enter(scene.seminar, "member");
    const filled = await fields(scene, id);
    return form(group(`/moderation/people/${id}.data`), () => filled)(scene);
  };

async function aSanction({ site, seminar }: Scene, member: string): Promise<{ id: string; decision: number }> {
  const input = {
    member,
    kind: "mute",
    scope: "group",
    scopeId: "",
    reason: "attack",
    days: 3,
    hides: "none",
  } as const;
  const { people } = site.site;
  const { sanction } = await people.impose(seminar.owner.viewer, seminar.id, { ...input, toMember: "", toStaff: "" });
  const card = await people.card(seminar.owner.viewer, seminar.id, member);
  return { id: sanction, decision: card.sanctions[0]?.decision ?? 0 };
}

/** The actor where they could write it, else the owner. */
const mine = ({ role, actor, seminar }: Scene) => (staff.some((one) => one === role) ? actor : seminar.owner);

async function aNote(scene: Scene, member: string, by: Scene["actor"]): Promise<string> {
  await scene.site.site.people.addNote(by.viewer, scene.seminar.id, member, "Said.");
  return newest(scene, "member_notes");
}

/** The newest id in a table. */
const newest = ({ site }: Scene, table: string): string =>
  String(site.database.sqlite.prepare(`SELECT id FROM ${table} ORDER BY rowid DESC LIMIT 1`).pluck().get());

export const peopleVerbs: readonly Verb[] = [
  { name: "people.list", may: staff, ready: get(group("/moderation/people.data")) },
  {
    name: "people.card",
    may: staff,
    ready: async (scene) => {
      const { id } = await scene.site.enter(scene.seminar, "member");
      return get(group(`/moderation/people/${id}.data`))(scene);
    },
  },
  {
    name: "people.preview",
    may: staff,
    ready: aCard(async () => ({ intent: "preview", kind: "ban", ...terms, hides: "all" })),
  },
  ...(["warn", "approve-first", "mute", "suspend", "ban"] as const).map((kind) => ({
    name: `people.impose, ${kind}`,
    may: staff,
    ready: aCard(async () => ({ intent: "impose", kind, ...terms })),
  })),
  {
    name: "people.impose, on the whole site",
    may: [],
    ready: aCard(async () => ({ intent: "impose", kind: "ban", ...terms, scope: "site" })),
  },
  {
    name: "people.lift",
    may: staff,
    ready: aCard(async (scene, member) => ({ intent: "lift", sanction: (await aSanction(scene, member)).id })),
  },
  {
    name: "moderation.undo, a sanction",
    may: staff,
    ready: aCard(async (scene, member) => ({
      intent: "undo",
      decision: String((await aSanction(scene, member)).decision),
    })),
  },
  { name: "people.addNote", may: staff, ready: aCard(async () => ({ intent: "add-note", words: "Said." })) },
  {
    name: "people.dropNote",
    may: staff,
    ready: aCard(async (scene, member) => ({ intent: "drop-note", note: await aNote(scene, member, mine(scene)) })),
  },
  {
    name: "people.dropNote, another's",
    may: [],
    otherwise: { owner: "unknown", teacher: "unknown", moderator: "unknown" },
    ready: aCard(async (scene, member) => ({
      intent: "drop-note",
      note: await aNote(scene, member, scene.seminar.owner),
    })),
  },
  {
    name: "people.delegate",
    may: teachers,
    ready: aCard(async ({ seminar }) => ({ intent: "give-text", document: seminar.text.id })),
  },
  { name: "people.own", may: signedIn, ready: get(() => "/settings/sanctions.data") },
  {
    name: "people.acknowledge, another's",
    may: [],
    otherwise: Object.fromEntries(signedIn.map((asker) => [asker, "unknown"] as const)),
    ready: async (scene) => {
      const { id } = await scene.site.enter(scene.seminar, "member");
      const sanction = (await aSanction(scene, id)).id;
      return form(
        () => "/settings/sanctions.data",
        () => ({ intent: "acknowledge", sanction }),
      )(scene);
    },
  },
  { name: "ignores.list", may: signedIn, ready: get(() => "/settings/ignored.data") },
  {
    name: "ignores.set",
    may: inside,
    ready: form(
      () => "/settings/ignored.data",
      async ({ site, seminar }) => ({ intent: "ignore", member: (await site.enter(seminar, "member")).id }),
    ),
  },
  { name: "guidelines.open", may: inside, ready: get(group("/guidelines.data")) },
  {
    name: "guidelines.save",
    may: teachers,
    ready: form(group("/guidelines.data"), () => ({ intent: "save", id: "", title: "Be kind", words: "Argue." })),
  },
  {
    name: "guidelines.retire",
    may: teachers,
    ready: form(group("/guidelines.data"), async (scene) => {
      await scene.site.site.guidelines.save(scene.seminar.owner.viewer, scene.seminar.id, { id: "", ...rule });
      return { intent: "retire", id: newest(scene, "guidelines") };
    }),
  },
  { name: "cannedAnswers.list", may: staff, ready: get(group("/moderation/answers.data")) },
  {
    name: "cannedAnswers.save",
    may: staff,
    ready: form(group("/moderation/answers.data"), () => ({
      intent: "save",
      id: "",
      kind: "warn",
      title: "First",
      words: "Dear {author}",
    })),
  },
  {
    name: "cannedAnswers.fill",
    may: staff,
    ready: async (scene) => {
      const answer = { id: "", kind: "warn", title: "First", words: "Dear {author}", reasons: [] } as const;
      await scene.site.site.cannedAnswers.save(scene.seminar.owner.viewer, scene.seminar.id, answer);
      const path = `/moderation/answers/${newest(scene, "canned_answers")}`;
      return form(group(path), () => ({ author: "Ada", rule: "", link: "" }))(scene);
    },
  },
  {
    name: "cannedAnswers.remove",
    may: staff,
    ready: form(group("/moderation/answers.data"), async (scene) => {
      const answer = { id: "", kind: "warn", title: "First", words: "Dear {author}", reasons: [] } as const;
      await scene.site.site.cannedAnswers.save(scene.seminar.owner.viewer, scene.seminar.id, answer);
      return { intent: "remove", id: newest(scene, "canned_answers") };
    }),
  },
];

/** What an archived group takes from its owner. */
export const shutForPeople = [
  "people.delegate",
  "guidelines.save",
  "guidelines.retire",
  "cannedAnswers.save",
  "cannedAnswers.remove",
];
