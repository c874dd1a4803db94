/** The part of the table of Z1 about what leaves the site, what members show of their work, and leading a class. */
import { at, form, get, type Scene, text, type Verb } from "./attack-scene.ts";
import { outcomeOf } from "./attack-site.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const teachers = ["owner", "teacher"] as const;
const signedIn = [...inside, "outsider", "former", "administrator"] as const;
const unknownToMembers = Object.fromEntries(inside.map((role) => [role, "unknown"] as const));

const call =
  (body: object): Verb["ready"] =>
  async ({ site, seminar, sender }) =>
  async () =>
    outcomeOf(await site.sendTo(`/t/${seminar.text.id}/lead`, body, sender));
const membersWork =
  (rest: string) =>
  ({ seminar }: Scene) =>
    `/g/${seminar.id}/portfolio/${seminar.owner.id}${rest}`;

export const workVerbs: readonly Verb[] = [
  { name: "exports.text", may: inside, ready: get(text("/export/html")) },
  { name: "exports.text as a table", may: inside, ready: get(text("/export/csv?private=1")) },

  { name: "work.open", may: inside, ready: get(membersWork(".data")) },
  { name: "work.open in all groups", may: signedIn, ready: get(at("/portfolio.data?index")) },
  { name: "work.take", may: inside, ready: get(membersWork("/export/csv?private=1")) },
  { name: "work.take in all groups", may: signedIn, ready: get(at("/portfolio/export/jsonld?private=1")) },
  {
    name: "work.links",
    may: inside,
    ready: get(({ actor, seminar }) => `/g/${seminar.id}/portfolio/${actor.id}.data`),
  },
  { name: "work.share", may: inside, ready: form(membersWork(".data"), () => ({ intent: "share", days: "7" })) },
  {
    name: "work.unshare",
    may: inside,
    ready: async (scene) => {
      const id = await ownLink(scene);
      return form(membersWork(".data"), () => ({ intent: "unshare", link: id }))(scene);
    },
  },
  {
    name: "work.unshare another's",
    may: [],
    otherwise: unknownToMembers,
    ready: async (scene) => {
      const id = await ownLink({ ...scene, actor: await scene.site.enter(scene.seminar, "member"), role: "member" });
      return form(membersWork(".data"), () => ({ intent: "unshare", link: id }))(scene);
    },
  },

  { name: "lead.look", may: teachers, ready: call({ verb: "look", start: 3, note: null }) },
  { name: "lead.end", may: teachers, ready: call({ verb: "end" }) },
];

/** Id of a link that the actor made when they still could. */
async function ownLink({ site, seminar, actor, role }: Scene): Promise<string> {
  await site.enter(seminar, "member", actor);
  const choice = { order: "place", show: "all", text: null } as const;
  await site.site.work.share(actor.viewer, seminar.id, { choice, days: 7, withPrivate: false });
  const [made] = await site.site.work.links(actor.viewer, seminar.id);
  if (role === null) await site.leave(seminar, actor);
  else await site.enter(seminar, role, actor);
  return made?.id ?? "";
}
