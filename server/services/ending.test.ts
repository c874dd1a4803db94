/** The end of an account, and what its member takes along (A11), over a real database and a clock that stands still. */
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import type { Viewer } from "#app/context/viewer.ts";
import type { DeletionChoice } from "#app/domain/member/factors.ts";
import { eraseNotes, eraseThese } from "./annotations.ts";
import { endAccounts } from "./ending/end-accounts.ts";
import { makeEndingService } from "./ending.ts";
import { leaveGroup } from "./groups-members.ts";
import { forgetNotesOf, settleMember } from "./news.ts";
import { openTestSite, publishCommand, type TestSite, type TestText } from "./test-site.ts";

const DAY = 24 * 60 * 60 * 1000;

let site: TestSite;
let group: string;
let teacher: Viewer;
let text: TestText;
const stuck: string[] = [];

beforeAll(async () => {
  site = await openTestSite();
  group = await site.addGroup("Seminar");
  teacher = await site.addMember(group, "Prof. Dahl", "owner");
  text = await site.addText(group, teacher);
});

afterAll(() => site.close());

const post = { write: async () => undefined };
const pictures = { keep: async () => "", read: async () => null, discard: async () => undefined };
const fresh = (viewer: Viewer): Viewer => ({ ...viewer, provedAt: site.time.now });

function service() {
  const { read, writer, time } = site;
  return makeEndingService({
    read,
    transact: writer.transact,
    clock: () => time.now,
    post,
    origin: "http://here.example",
  });
}

const eraseSome: Parameters<typeof endAccounts>[0]["eraseSome"] = async (store, of) => {
  const isErased = await eraseNotes(store, of);
  return (await forgetNotesOf(store, of)) && isErased;
};

function end(): Promise<void> {
  const { read, newId, time } = site;
  const { transact } = site.writer;
  const parts = { read, transact, post, pictures, newId, eraseThese, eraseSome, mark: (words: string) => words };
  return endAccounts(
    {
      ...parts,
      part: (store, of) =>
        leaveGroup(store, {
          ...of,
          settleNews: (s, groupId, memberId) => settleMember(s, { groupId, memberId, now: of.now }),
        }),
      report: (member) => void stuck.push(member),
    },
    time.now,
  );
}

/** Somebody with a note that was answered, one that was not, a private one, a reply and a reaction. */
async function writer(name: string) {
  const viewer = await site.addMember(group, name, "member");
  const { annotations, newId } = site;
  const publish = async (by: Viewer, given = {}) =>
    (await annotations.run(by, publishCommand(text, newId(), given))).id;
  const theirs = await publish(teacher, { body: `Question to ${name}` });
  const answered = await publish(viewer, { body: `Answered by ${name}` });
  const plain = await publish(viewer, { body: `Plain by ${name}` });
  const secret = await publish(viewer, { body: `Secret of ${name}`, placement: "me" });
  const reply = (by: Viewer, parent: string, body: string) =>
    annotations.run(by, { verb: "reply", id: newId(), document: text.id, parent, body });
  const own = (await reply(viewer, theirs, `Reply by ${name}`)).id;
  await reply(teacher, answered, `Answer to ${name}`);
  await annotations.run(viewer, { verb: "react", id: theirs, document: text.id, reaction: "agree", on: true });
  return { viewer, theirs, answered, plain, secret, own };
}

const bodiesOf = async (id: string) => (await site.read.annotations.bodies(id)).map(({ body }) => body).join("");
const shown = async () => JSON.stringify(site.database.read.sqlite.prepare("SELECT * FROM changes").all());

async function ended(name: string, choice: DeletionChoice) {
  const written = await writer(name);
  await service().request(fresh(written.viewer), choice);
  site.time.now += 14 * DAY;
  await end();
  return written;
}

it("anonymised: what others can see stays, what nobody else saw goes, and nothing names them", async () => {
  const { viewer, answered, plain, secret, own } = await ended("Anna Abel", "anonymise");
  expect(await bodiesOf(answered)).toBe("Answered by Anna Abel");
  expect(await bodiesOf(plain)).toBe("Plain by Anna Abel");
  expect(await bodiesOf(own)).toBe("Reply by Anna Abel");
  expect(await bodiesOf(secret)).toBe("");
  expect(await shown()).not.toContain("Secret of Anna Abel");
  const member = await site.read.members.byId(viewer.id);
  expect(member).toMatchObject({ name: "Somebody who has left", pronouns: "", picture: null, passwordHash: null });
  expect(JSON.stringify(member)).not.toContain(viewer.email);
  expect(await site.read.memberships.roleOf(group, viewer.id)).toBeNull();
  const roster = await site.read.memberships.roster(group);
  expect(roster.map(({ name }) => name)).not.toContain("Anna Abel");
});

it("erased: no word of theirs is left, and answers keep their place", async () => {
  const { answered, plain, secret, own, theirs } = await ended("Emil Ernst", "erase");
  for (const id of [answered, plain, secret, own]) expect([id, await bodiesOf(id)]).toEqual([id, ""]);
  for (const words of ["Answered by Emil", "Plain by Emil", "Secret of Emil", "Reply by Emil"]) {
    expect(await shown()).not.toContain(words);
  }
  expect(await shown()).toContain("Answer to Emil Ernst");
  expect((await site.read.annotations.find(theirs))?.reactions).toEqual([]);
});

it("the record says that it ended and how, and keeps no name", async () => {
  const { viewer } = await ended("Rosa Roth", "erase");
  const entry = await site.read.record.latest("member", viewer.id);
  expect(entry).toMatchObject({ verb: "member.delete", actor: null, actorRole: "system", after: { choice: "erase" } });
  expect(JSON.stringify(entry)).not.toContain("Rosa");
});

it("nothing happens before its time, nor once it was taken back", async () => {
  const { viewer, plain } = await writer("Kurt Kehr");
  await service().request(fresh(viewer), "erase");
  site.time.now += 14 * DAY - 1;
  await end();
  expect(await bodiesOf(plain)).toBe("Plain by Kurt Kehr");
  await site.writer.transact((store) => store.deletions.cancel(viewer.id));
  site.time.now += DAY;
  await end();
  expect(await bodiesOf(plain)).toBe("Plain by Kurt Kehr");
});

it("cut off in the middle it goes on, and nobody can have come back meanwhile", async () => {
  const { viewer, plain } = await writer("Otto Orth");
  await service().request(fresh(viewer), "erase");
  site.time.now += 14 * DAY;
  const { transact } = site.writer;
  let works = 0;
  const { read, newId } = site;
  const cut = endAccounts(
    {
      ...{ read, post, pictures, newId, eraseThese, eraseSome, mark: (words: string) => words },
      transact: (work) => (++works > 2 ? Promise.reject(new Error("The power went.")) : transact(work)),
      part: async () => undefined,
      report: () => undefined,
    },
    site.time.now,
  );
  await expect(cut).rejects.toThrow("The power went.");
  expect(await bodiesOf(plain)).toBe("Plain by Otto Orth");
  expect((await site.read.members.byId(viewer.id))?.endedAt).toBe(site.time.now);
  await end();
  expect(await bodiesOf(plain)).toBe("");
  expect(await site.read.deletions.of(viewer.id)).toBeNull();
});

it("the last owner cannot leave, also when the other one is about to, or has gone since", async () => {
  const second = await site.addMember(group, "Second", "owner");
  const { request, obstacles } = service();
  expect(await obstacles(second)).toEqual({ groups: [], isLastAdmin: false });
  await request(fresh(second), "anonymise");
  expect(await obstacles(teacher)).toEqual({ groups: ["Seminar"], isLastAdmin: false });
  await expect(request(fresh(teacher), "anonymise")).rejects.toMatchObject({ code: "conflict" });

  await site.writer.transact((store) => store.memberships.setRole(group, teacher.id, "teacher"));
  site.time.now += 14 * DAY;
  await end();
  expect(stuck).toEqual([second.id]);
  expect((await site.read.members.byId(second.id))?.endedAt).toBeNull();
  await site.writer.transact((store) => store.memberships.setRole(group, teacher.id, "owner"));
  site.time.now += DAY;
  await end();
  expect((await site.read.members.byId(second.id))?.endedAt).not.toBeNull();
});

it("the last administrator cannot leave", async () => {
  await site.writer.transact((store) => store.members.update(teacher.id, { isAdmin: true }));
  await site.writer.transact((store) => store.memberships.setRole(group, teacher.id, "member"));
  expect((await service().obstacles({ ...teacher, isAdmin: true })).isLastAdmin).toBe(true);
  await site.writer.transact((store) => store.memberships.setRole(group, teacher.id, "owner"));
});

async function taken(viewer: Viewer): Promise<string> {
  const { chunks } = await service().data(fresh(viewer));
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

it("the download holds all that is theirs, and nothing that others wrote", async () => {
  const { viewer, theirs, own, answered } = await writer("Dora Dietz");
  const page = new Y.Doc();
  const other = new Y.Doc();
  page.getText("page").insert(0, "Dora wrote this. ");
  Y.applyUpdate(other, Y.encodeStateAsUpdate(page));
  other.getText("page").insert(0, "Others wrote that. ");
  const audienceId =
    (await site.read.audiences.openSeats(viewer.id, group)).find(({ kind }) => kind === "group")?.audience ?? "";
  const key = { documentId: text.id, audienceId };
  await site.writer.transact(async (store) => {
    const update = Y.encodeStateAsUpdate(other);
    await store.sharedNotes.append(key, { memberId: teacher.id, update, createdAt: 1 });
    await store.sharedNotes.bind(key, viewer.id, [page.clientID]);
    await store.sharedNotes.bind(key, teacher.id, [other.clientID]);
  });

  const file = await taken(viewer);
  const data = JSON.parse(file);
  expect(data.profile).toMatchObject({ name: "Dora Dietz", email: viewer.email });
  expect(data.notes).toHaveLength(4);
  const reply = data.notes.find(({ id }: { id: string }) => id === own);
  expect(reply).toMatchObject({
    answers: `http://here.example/n/${theirs}`,
    versions: [{ body: "Reply by Dora Dietz" }],
  });
  const note = data.notes.find(({ id }: { id: string }) => id === answered);
  expect(note).toMatchObject({ group: "Seminar", isPrivate: false, passages: [text.text.slice(2, 6)] });
  expect(data.memberships).toMatchObject([{ group: "Seminar", role: "member" }]);
  expect(data.reactions).toMatchObject([{ reaction: "agree", note: theirs }]);
  expect(data.sharedPages).toMatchObject([{ group: "Seminar", passages: ["Dora wrote this. "] }]);
  for (const foreign of ["Prof. Dahl", teacher.email, teacher.id, "Question to", "Answer to", "Others wrote that"]) {
    expect([foreign, file.includes(foreign)]).toEqual([foreign, false]);
  }
});

it("the download holds what was decided about them as they were told it, and no word among moderators", async () => {
  const { viewer, answered } = await writer("Mara Maas");
  await site.people.impose(teacher, group, {
    ...{ member: viewer.id, kind: "mute", scope: "group", scopeId: "", reason: "disruption", days: 7 },
    ...{ toMember: "Take a week.", toStaff: "AMONG US", hides: "none" },
  });
  await site.people.addNote(teacher, group, viewer.id, "ABOUT THEM");
  await site.annotations.run(teacher, { verb: "hide", id: answered, document: text.id });
  const file = await taken(viewer);
  const data = JSON.parse(file);
  expect(data.sanctions).toMatchObject([{ kind: "mute", group: "Seminar", words: "Take a week.", endedAt: null }]);
  expect(data.decisions).toMatchObject([{ verb: "note.hide", note: answered }]);
  expect(file).not.toMatch(/AMONG US|ABOUT THEM/);
});

it("after leaving a group the download holds one's own words there, and no longer the text's", async () => {
  const { viewer } = await writer("Lena Lang");
  await site.writer.transact((store) => store.memberships.leave(group, viewer.id, site.time.now));
  const data = JSON.parse(await taken(viewer));
  expect(data.notes).toHaveLength(4);
  expect(data.notes.flatMap(({ passages }: { passages: string[] }) => passages)).toEqual([]);
  expect(data.sharedPages).toEqual([]);
});
