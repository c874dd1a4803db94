/** How somebody asks for a verb: over HTTP where there is a way, with everything made ready before the question. */

import type { Role } from "#app/domain/group/group.ts";
import { type AttackSite, type Outcome, outcomeOf, type Person, type Seminar } from "./attack-site.ts";

/** Roles in the group, and those outside: who owns another group, who once taught here, who runs the site, nobody. */
export const askers = [
  ...(["owner", "teacher", "moderator", "member", "observer"] as const),
  ...(["outsider", "former", "administrator", "nobody"] as const),
] as const;
export type Asker = (typeof askers)[number];

export type Scene = {
  readonly site: AttackSite;
  readonly seminar: Seminar;
  /** The owner in place of nobody, so that there is something to ask for. */
  readonly actor: Person;
  /** Sends as the asker; null for nobody. */
  readonly sender: Person | null;
  readonly role: Role | null;
};

/** Made ready first and asked for afterwards, so that what asking writes can be told from what getting ready wrote. */
type Ask = () => Promise<Outcome>;
export type Verb = {
  readonly name: string;
  readonly may: readonly Asker[];
  /** Where the answer is another one than "forbidden" for members, "unknown" for strangers, and the way to sign in. */
  readonly otherwise?: Partial<Record<Asker, Outcome>>;
  readonly ready: (scene: Scene) => Promise<Ask>;
};

export const get =
  (path: (scene: Scene) => string): Verb["ready"] =>
  async (scene) =>
  async () =>
    outcomeOf(await scene.site.get(path(scene), scene.sender));

type Form = Readonly<Record<string, string>>;
/** Forms go to the action's own address, so that no loader answers in its place. */
export const form =
  (path: (scene: Scene) => string, fields: (scene: Scene) => Form | Promise<Form> = () => ({})): Verb["ready"] =>
  async (scene) => {
    const filled = await fields(scene);
    return async () => outcomeOf(await scene.site.post(path(scene), filled, scene.sender));
  };

export const command =
  (make: (scene: Scene) => Promise<object>): Verb["ready"] =>
  async (scene) => {
    const made = await make(scene);
    return async () => outcomeOf(await scene.site.send(scene.seminar.text.id, made, scene.sender));
  };

export const group =
  (rest = ".data") =>
  ({ seminar }: Scene) =>
    `/g/${seminar.id}${rest}`;
export const text =
  (rest = ".data") =>
  ({ seminar }: Scene) =>
    `/t/${seminar.text.id}${rest}`;
export const at = (path: string) => () => path;
export const intent = (name: string) => () => ({ intent: name });
export const target =
  (name: string) =>
  async ({ site, seminar }: Scene) => ({
    intent: name,
    role: "moderator",
    member: (await site.enter(seminar, "member")).id,
  });
export const ofText =
  (name: string) =>
  ({ seminar }: Scene) => ({ intent: name, text: seminar.text.id });
export const invite = (role: Role) =>
  form(group("/invitations.data"), () => ({ role, days: "7", email: "", maxUses: "" }));

export const othersNote = async ({ site, seminar }: Scene) => site.note(seminar, await site.enter(seminar, "member"));

/** A note that the actor wrote when they still could. */
export async function ownNote({ site, seminar, actor, role }: Scene): Promise<string> {
  await site.enter(seminar, "member", actor);
  const id = await site.note(seminar, actor);
  if (role === null) await site.leave(seminar, actor);
  else await site.enter(seminar, role, actor);
  return id;
}

/** The key of a new tag in the group's vocabulary. */
export async function ownTag({ site, seminar }: Scene): Promise<string> {
  const name = site.newId();
  await site.site.vocabulary.addTag(seminar.owner.viewer, seminar.id, { name, colour: null, meaning: "" });
  return name.toLowerCase();
}

/** The id of a new kind of notes that the group offers. */
export async function ownKind({ site, seminar }: Scene): Promise<string> {
  const { vocabulary } = site.site;
  return (await vocabulary.addKind(seminar.owner.viewer, seminar.id, { name: "Echo", meaning: "" })).id;
}

export async function link({ site, seminar }: Scene): Promise<string> {
  const terms = { role: "member", email: null, days: 7, maxUses: null } as const;
  const made = await site.site.groups.invite(seminar.owner.viewer, seminar.id, terms);
  return `/join/${made.link.split("/").at(-1)}.data`;
}

/** A version of the shared page beside the text. */
export async function pageVersion({ site, seminar }: Scene): Promise<string> {
  const id = site.newId();
  const content = [{ type: "paragraph", content: [{ type: "text", text: "As it was." }] }];
  const version = { id, page: { type: "doc", content }, seats: [], createdAt: site.time.now };
  const page = { documentId: seminar.text.id, audienceId: seminar.audience };
  await site.site.transact((store) => store.sharedNotes.addVersion(page, version));
  return id;
}

/** A proposal of the actor, as made when they still could. */
export async function proposal({ site, seminar, actor }: Scene): Promise<string> {
  const id = site.newId();
  const piece = { id: 0, label: "paragraph", clutter: null, html: "<p>One.</p>", text: "One." } as const;
  const row = { id, groupId: seminar.id, memberId: actor.id, format: "plain", pieces: [piece] } as const;
  await site.site.transact((store) =>
    store.imports.insert({ ...row, title: "One", author: "", language: "en", source: "", createdAt: site.time.now }),
  );
  return `/import/${id}.data`;
}

/** A letter in the queue that is not due yet. */
export async function waitingLetter({ site }: Scene): Promise<string> {
  const id = site.newId();
  const words = { subject: "S", text: "t", html: "h", headers: {}, news: [], rootId: null } as const;
  const letter = { ...words, id, memberId: null, address: "p@example.org", createdAt: site.time.now + 3_600_000 };
  await site.site.transact((store) => store.letters.insert(letter));
  return id;
}

export const toPath =
  (method: "get" | "post", path: (scene: Scene) => Promise<string>, fields: Form = {}): Verb["ready"] =>
  async (scene) => {
    const place = await path(scene);
    const { site, sender } = scene;
    return async () =>
      outcomeOf(method === "get" ? await site.get(place, sender) : await site.post(place, fields, sender));
  };
