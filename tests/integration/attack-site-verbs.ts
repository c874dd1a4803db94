/** The part of the table of Z1 about the site as a whole: administrators, and to everybody else there is nothing. */
import { askers, at, form, get, type Scene, type Verb } from "./attack-scene.ts";

const members = ["owner", "teacher", "moderator", "member", "observer"] as const;
const unknown = Object.fromEntries(members.map((role) => [role, "unknown"] as const));
const only = { may: ["administrator"], otherwise: unknown } as const;
const HOUR = 60 * 60 * 1000;

const person = ({ seminar }: Scene) => `/admin/members/${seminar.owner.id}.data`;
const moment = (at: number) => new Date(at).toISOString().slice(0, 16);

/** A new administrator, to do beforehand what others are to undo. */
const admin = ({ site }: Scene) => site.person({ isAdmin: true });

async function announced(scene: Scene): Promise<string> {
  const { site, seminar } = scene;
  const { now } = site.time;
  const row = { id: site.newId(), words: "Soon.", level: "info", createdBy: seminar.owner.id, createdAt: now } as const;
  await site.site.transact((store) => store.announcements.insert({ ...row, fromAt: now, untilAt: now + HOUR }));
  return row.id;
}

async function invited(scene: Scene): Promise<string> {
  const { site } = scene.site;
  const { viewer } = await admin(scene);
  await site.site.invite(viewer, { remark: "", days: 3 });
  return (await site.site.invitations(viewer))[0]?.id ?? "";
}

async function sessionOf({ site, seminar }: Scene): Promise<string> {
  return (await site.site.read.sessions.ofMember(seminar.owner.id))[0]?.id ?? "";
}

export const siteVerbs: readonly Verb[] = [
  { name: "site.overview", ...only, ready: get(at("/admin.data")) },
  { name: "site.runJob", ...only, ready: form(at("/admin.data?index"), () => ({ job: "curation" })) },
  { name: "site.settings", ...only, ready: get(at("/admin/site.data")) },
  {
    name: "site.saveSettings",
    ...only,
    ready: form(at("/admin/site.data"), () => ({
      ...{
        intent: "settings",
        siteName: "Our room",
        contact: "",
        imprint: "",
        signUp: "everyone",
        founding: "everyone",
        groupQuota: "500",
      },
    })),
  },
  {
    name: "site.setMode",
    ...only,
    ready: form(at("/admin/site.data"), () => ({ intent: "mode", mode: "open", words: "Done." })),
  },
  { name: "site.announcements", ...only, ready: get(at("/admin/announcements.data")) },
  {
    name: "site.announce",
    ...only,
    ready: form(at("/admin/announcements.data"), ({ site }) => ({
      ...{ intent: "announce", words: "Tonight we move.", level: "info" },
      ...{ from: moment(site.time.now), until: moment(site.time.now + HOUR) },
    })),
  },
  {
    name: "site.withdraw",
    ...only,
    ready: form(at("/admin/announcements.data"), async (scene) => ({
      intent: "withdraw",
      announcement: await announced(scene),
    })),
  },
  { name: "site.person", ...only, ready: get(person) },
  { name: "site.endSessions", ...only, ready: form(person, () => ({ intent: "end-sessions" })) },
  { name: "site.setAdmin", ...only, ready: form(person, () => ({ intent: "make-admin" })) },
  {
    name: "site.suspend",
    ...only,
    ready: form(person, () => ({ intent: "suspend", days: "7", words: "Please rest." })),
  },
  {
    name: "site.endSuspension",
    ...only,
    ready: async (scene) => {
      const { site, seminar } = scene;
      const suspended = await site.enter(seminar, "member");
      const { viewer } = await admin(scene);
      await site.site.site.suspend(viewer, suspended.id, { days: 7, words: "" });
      return form(at(`/admin/members/${suspended.id}.data`), () => ({ intent: "end-suspension" }))(scene);
    },
  },
  { name: "site.groups", ...only, ready: get(at("/admin/groups.data")) },
  {
    name: "site.archiveGroup",
    ...only,
    ready: form(at("/admin/groups.data"), ({ seminar }) => ({ intent: "archive", group: seminar.id })),
  },
  {
    name: "site.handOver",
    ...only,
    ready: async (scene) => {
      const { site, seminar } = scene;
      const orphan = await site.seminar();
      const heir = await site.enter(orphan, "member");
      await site.leave(orphan, orphan.owner);
      const fields = { intent: "hand-over", group: orphan.id, member: heir.id };
      return form(at("/admin/groups.data"), () => fields)({ ...scene, seminar });
    },
  },
  { name: "site.sessions", ...only, ready: get(at("/admin/sessions.data")) },
  {
    name: "site.endSession",
    ...only,
    ready: form(at("/admin/sessions.data"), async (scene) => ({ session: await sessionOf(scene) })),
  },
  { name: "site.invitations", ...only, ready: get(at("/admin/invitations.data")) },
  {
    name: "site.invite",
    ...only,
    ready: form(at("/admin/invitations.data"), () => ({ intent: "invite", remark: "Ada", days: "3" })),
  },
  {
    name: "site.revokeInvitation",
    ...only,
    ready: form(at("/admin/invitations.data"), async (scene) => ({
      intent: "revoke",
      invitation: await invited(scene),
    })),
  },
  {
    name: "viewing.start",
    ...only,
    ready: form(at("/view-as"), ({ seminar }) => ({ intent: "start", member: seminar.owner.id })),
  },
  {
    name: "viewing.end",
    may: askers.filter((asker) => asker !== "nobody"),
    ready: form(at("/view-as"), () => ({ intent: "end" })),
  },
  { name: "record.site", ...only, ready: get(at("/admin/record.data")) },
  { name: "record.takeSite", ...only, ready: get(at("/admin/record/csv")) },
];
