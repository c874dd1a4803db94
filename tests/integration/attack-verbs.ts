/** Every verb of every service as somebody would ask for it, and who may (the table of Z1). */

import { newsKinds } from "#app/domain/news/news.ts";
import { publishCommand } from "#server/services/test-site.ts";
import { PASSWORD } from "./accounts-site.ts";
import { assignmentVerbs } from "./attack-assignment-verbs.ts";
import { collectionVerbs } from "./attack-collection-verbs.ts";
import { factorVerbs } from "./attack-factor-verbs.ts";
import { moderationVerbs } from "./attack-moderation-verbs.ts";
import { newsVerbs } from "./attack-news-verbs.ts";
import { peopleVerbs } from "./attack-people-verbs.ts";
import { revisionVerbs } from "./attack-revision-verbs.ts";
import { rulesVerbs } from "./attack-rules-verbs.ts";
import {
  askers,
  at,
  command,
  form,
  get,
  group,
  intent,
  invite,
  link,
  ofText,
  othersNote,
  ownNote,
  proposal,
  type Scene,
  target,
  text,
  toPath,
  type Verb,
  waitingLetter,
} from "./attack-scene.ts";
import { sectionVerbs } from "./attack-section-verbs.ts";
import { act } from "./attack-site.ts";
import { siteVerbs } from "./attack-site-verbs.ts";
import { summaryVerbs } from "./attack-summary-verbs.ts";
import { togetherVerbs } from "./attack-together-verbs.ts";
import { vocabularyVerbs } from "./attack-vocabulary-verbs.ts";
import { workVerbs } from "./attack-work-verbs.ts";

const inside = ["owner", "teacher", "moderator", "member", "observer"] as const;
const writers = ["owner", "teacher", "moderator", "member"] as const;
const staff = ["owner", "teacher", "moderator"] as const;
const teachers = ["owner", "teacher"] as const;
const owner = ["owner"] as const;
const signedIn = [...inside, "outsider", "former", "administrator"] as const;

const details = ({ seminar }: Scene) => `/g/${seminar.id}/texts/${seminar.text.id}.data`;
const passwords = { current: PASSWORD, password: "eight louder gardens" };
const unknownToMembers = Object.fromEntries(inside.map((role) => [role, "unknown"] as const));
const noteMeta = { title: "New", author: "", source: "", language: "", published: "", licence: "", rights: "" };

const allDaily = Object.fromEntries(newsKinds.map((kind) => [kind, "daily"]));

export const verbs: readonly Verb[] = [
  { name: "accounts.changePassword", may: signedIn, ready: form(at("/settings/password.data"), () => passwords) },
  {
    name: "accounts.requestEmail",
    may: signedIn,
    ready: form(at("/settings/email.data"), ({ site }) => ({ ...passwords, email: `${site.newId()}@example.org` })),
  },
  { name: "accounts.sessions", may: signedIn, ready: get(at("/settings/sessions.data")) },
  {
    name: "accounts.endSession",
    may: signedIn,
    ready: form(at("/settings/sessions.data"), () => ({ session: "others" })),
  },
  {
    name: "accounts.editProfile",
    may: signedIn,
    ready: form(at("/settings.data?index"), () => ({ name: "New", pronouns: "", timeZone: "UTC", hue: "2" })),
  },
  {
    name: "accounts.saveSettings",
    may: signedIn,
    ready: form(at("/settings/reading.data"), () => ({ theme: "dark" })),
  },
  { name: "accounts.setPicture", may: signedIn, ready: form(at("/settings.data?index"), intent("no-picture")) },

  {
    name: "admin.members",
    may: ["administrator"],
    otherwise: unknownToMembers,
    ready: get(at("/admin/members.data?q=a")),
  },
  {
    name: "admin.resetLink",
    may: ["administrator"],
    otherwise: unknownToMembers,
    ready: form(at("/admin/members.data"), ({ seminar }) => ({ member: seminar.owner.id })),
  },

  ...siteVerbs,
  { name: "letters.choices", may: signedIn, ready: get(at("/settings/letters.data")) },
  { name: "letters.choose", may: signedIn, ready: form(at("/settings/letters.data"), () => allDaily) },
  {
    name: "letters.queue",
    may: ["administrator"],
    otherwise: unknownToMembers,
    ready: get(at("/admin/letters.data")),
  },
  ...(["again", "drop"] as const).map((intent) => ({
    name: intent === "drop" ? "letters.drop" : "letters.tryAgain",
    may: ["administrator"] as const,
    otherwise: unknownToMembers,
    ready: form(at("/admin/letters.data"), async (scene) => ({ intent, letter: await waitingLetter(scene) })),
  })),

  { name: "groups.list", may: signedIn, ready: get(at("/groups.data")) },
  { name: "groups.create", may: signedIn, ready: form(at("/groups.data"), () => ({ name: "New", description: "" })) },
  { name: "groups.open", may: inside, ready: get(group()) },
  {
    name: "groups.edit",
    may: owner,
    ready: form(group("/settings.data"), () => ({ name: "New", description: "" })),
  },
  { name: "groups.archive", may: owner, ready: form(group("/settings.data"), intent("archive")) },
  { name: "groups.archive, taken back", may: owner, ready: form(group("/settings.data"), intent("restore")) },
  { name: "groups.remove", may: owner, ready: form(group("/settings.data"), intent("delete")) },
  { name: "groups.remove, taken back", may: owner, ready: form(group("/settings.data"), intent("undelete")) },
  { name: "groups.roster", may: inside, ready: get(group("/members.data")) },
  { name: "groups.setRole", may: teachers, ready: form(group("/members.data"), target("role")) },
  { name: "groups.removeMember", may: teachers, ready: form(group("/members.data"), target("remove")) },
  { name: "groups.transfer", may: owner, ready: form(group("/members.data"), target("transfer")) },
  { name: "groups.leave", may: inside, ready: form(group("/members.data"), intent("leave")) },
  { name: "groups.invitations", may: teachers, ready: get(group("/invitations.data")) },
  { name: "groups.invite a member", may: teachers, ready: invite("member") },
  { name: "groups.invite a teacher", may: owner, ready: invite("teacher") },
  { name: "groups.invite an owner", may: owner, ready: invite("owner") },
  {
    name: "groups.revoke",
    may: teachers,
    ready: form(group("/invitations.data"), async (scene) => {
      await link(scene);
      const [made] = await scene.site.site.groups.invitations(scene.seminar.owner.viewer, scene.seminar.id);
      return { intent: "revoke", invitation: made?.id ?? "" };
    }),
  },
  { name: "groups.invitation", may: askers, ready: toPath("get", link) },
  { name: "groups.join", may: signedIn, ready: toPath("post", link) },

  { name: "documents.library", may: inside, ready: get(group(".data?index")) },
  { name: "documents.propose", may: teachers, ready: form(group("/add.data"), () => ({ text: "One.\n\nTwo." })) },
  // Its page leads whoever may not add back to the texts.
  { name: "documents.storage", may: inside, ready: get(group("/add.data")) },
  { name: "documents.preview", may: teachers, ready: toPath("get", proposal) },
  {
    name: "documents.progress",
    may: teachers,
    ready: toPath("get", async (scene) => (await proposal(scene)).replace(".data", "/progress")),
  },
  { name: "documents.cancel", may: teachers, ready: toPath("post", proposal, { intent: "cancel" }) },
  { name: "documents.add", may: teachers, ready: toPath("post", proposal) },
  { name: "documents.details", may: teachers, ready: get(details) },
  { name: "documents.editMeta", may: teachers, ready: form(details, () => noteMeta) },
  { name: "documents.archive", may: teachers, ready: form(group(".data?index"), ofText("archive")) },
  { name: "documents.archive, taken back", may: teachers, ready: form(group(".data?index"), ofText("restore")) },
  { name: "documents.remove", may: owner, ready: form(group(".data?index"), ofText("delete")) },
  { name: "documents.remove, taken back", may: owner, ready: form(group(".data?index"), ofText("keep")) },

  { name: "search.find", may: inside, ready: get(group("/search.data?q=words")) },
  { name: "search.find everywhere", may: inside, ready: get(group("/search.data?q=words&where=all")) },
  { name: "search.complete", may: inside, ready: get(group("/search/values.data?facet=by&typed=")) },

  { name: "reading.open", may: inside, ready: get(text()) },
  { name: "reading.article", may: inside, ready: get(text("")) },
  { name: "reading.notes", may: inside, ready: get(text("")) },
  { name: "reading.open for a paragraph", may: inside, ready: get(text("/p/2")) },
  { name: "reading.seats", may: inside, ready: get(text("/seats")) },
  { name: "reading.find", may: inside, ready: toPath("get", async (scene) => `/n/${await othersNote(scene)}.data`) },
  { name: "reading.seen", may: inside, ready: form(text("/seen"), () => ({ block: "2" })) },

  ...newsVerbs,
  ...workVerbs,
  ...factorVerbs,

  {
    name: "annotations.run publish",
    may: writers,
    ready: command(async ({ site, seminar }) => publishCommand(seminar.text, site.newId())),
  },
  {
    name: "annotations.run publish, as a form",
    may: writers,
    ready: form(text("/notes"), () => ({ verb: "publish", body: "Words" })),
  },
  {
    name: "annotations.run reply",
    may: writers,
    ready: command(async (scene) => reply(scene, await othersNote(scene))),
  },
  { name: "annotations.run edit", may: writers, ready: command(async (scene) => edit(scene, await ownNote(scene))) },
  {
    name: "annotations.run edit another's",
    may: [],
    ready: command(async (scene) => edit(scene, await othersNote(scene))),
  },
  {
    name: "annotations.run delete",
    may: inside,
    ready: command(async (scene) => act(scene.seminar.text, "delete", await ownNote(scene))),
  },
  {
    name: "annotations.run delete another's",
    may: [],
    ready: command(async (scene) => act(scene.seminar.text, "delete", await othersNote(scene))),
  },
  {
    name: "annotations.run undelete",
    may: inside,
    ready: command(async (scene) => act(scene.seminar.text, "undelete", await ownNote(scene))),
  },
  {
    name: "annotations.run reply privately",
    may: staff,
    ready: command(async (scene) => ({ ...reply(scene, await othersNote(scene)), privately: true })),
  },
  {
    name: "annotations.run react",
    may: writers,
    ready: command(async (scene) => react(scene, await othersNote(scene), "agree")),
  },
  {
    name: "annotations.run endorse",
    may: teachers,
    ready: command(async (scene) => react(scene, await othersNote(scene), "endorse")),
  },
  {
    name: "annotations.run endorse one's own",
    may: [],
    ready: command(async (scene) => react(scene, await ownNote(scene), "endorse")),
  },
  {
    name: "annotations.run answer",
    may: staff,
    ready: command(async (scene) => {
      const id = await scene.site.note(scene.seminar, scene.seminar.owner, { motivation: "questioning" });
      return { verb: "answer", id, document: scene.seminar.text.id, by: null };
    }),
  },
  {
    name: "annotations.run reopen",
    may: staff,
    ready: command(async (scene) => {
      const { site, seminar } = scene;
      const id = await site.note(seminar, seminar.owner, { motivation: "questioning" });
      const document = seminar.text.id;
      await site.site.annotations.run(seminar.owner.viewer, { verb: "answer", id, document, by: null });
      return { verb: "reopen", id, document };
    }),
  },
  {
    name: "annotations.history",
    may: inside,
    ready: toPath("get", async (scene) => `/n/${await othersNote(scene)}/history`),
  },
  {
    name: "annotations.run hide",
    may: staff,
    ready: command(async (scene) => act(scene.seminar.text, "hide", await othersNote(scene))),
  },
  {
    name: "annotations.run hide one's own",
    may: [],
    ready: command(async (scene) => act(scene.seminar.text, "hide", await ownNote(scene))),
  },
  {
    name: "annotations.run restore",
    may: staff,
    ready: command(async (scene) => act(scene.seminar.text, "restore", await othersNote(scene))),
  },

  ...moderationVerbs,
  ...peopleVerbs,
  ...vocabularyVerbs,
  ...sectionVerbs,
  ...collectionVerbs,
  ...summaryVerbs,
  ...revisionVerbs,
  ...assignmentVerbs,
  ...rulesVerbs,
  ...togetherVerbs,
];

function reply({ site, seminar }: Scene, parent: string): object {
  return { verb: "reply", id: site.newId(), document: seminar.text.id, parent, body: "An answer" };
}

function react({ seminar }: Scene, id: string, reaction: string): object {
  return { verb: "react", id, document: seminar.text.id, reaction, on: true };
}

function edit({ seminar }: Scene, id: string): object {
  return { verb: "edit", id, document: seminar.text.id, body: "Other words", version: 1 };
}
