import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DocumentService } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Piece, RevisionContent } from "#app/domain/document/document.ts";
import { DELETION_GRACE } from "#app/domain/group/group.ts";
import { sweep } from "./documents/sweep.ts";
import { makeDocumentService } from "./documents.ts";
import { openTestSite, publishCommand, sampleText, type TestSite, type TestText } from "./test-site.ts";
import { verify } from "./verification.ts";

let site: TestSite;
let group: string;
let text: TestText;
let teacher: Viewer;
let ada: Viewer;
let stranger: Viewer;
let documents: DocumentService;
let builds: number;
let fetched: string[];

const pieces: readonly Piece[] = [
  { id: 0, label: "paragraph", clutter: null, html: "<p>A wall divides.</p>", text: "A wall divides." },
  { id: 1, label: "paragraph", clutter: "advert", html: "<p>Buy!</p>", text: "Buy!" },
];
const content: RevisionContent = {
  title: "",
  standfirst: "",
  html: "<header></header><p>A wall divides.</p>",
  text: "A wall divides.",
  blocks: [{ n: 1, number: 1, kind: "paragraph", level: null, start: 0, end: 15 }],
  pages: [],
  words: 3,
  language: "",
  dir: "ltr",
};
const meta = { author: " A.  Writer\n", source: "", language: "", rights: "" };

beforeEach(async () => {
  site = await openTestSite();
  group = await site.addGroup("Seminar");
  teacher = await site.addMember(group, "Tea", "teacher");
  ada = await site.addMember(group, "Ada", "member");
  stranger = await site.addMember(await site.addGroup("Others"), "Eve", "owner");
  text = await site.addText(group, teacher);
  builds = 0;
  fetched = [];
  documents = makeDocumentService({
    read: site.read,
    transact: site.writer.transact,
    clock: () => site.time.now,
    newId: site.newId,
    imports: {
      fetch: async (address) => {
        fetched.push(address);
        return { bytes: new Uint8Array(), fileName: "essay.html" };
      },
      read: async () => ({ format: "plain", pieces, title: "From the file", author: "", language: "en" }),
      build: async () => {
        builds += 1;
        return content;
      },
    },
    readersOf: (id) => (id === text.id ? [ada.id, "01UNKNOWN"] : []),
  });
});

afterEach(async () => {
  expect(await verify(site.database.read)).toEqual({ ok: true, findings: [] });
  await site.close();
});

const publish = async (viewer: Viewer, given: Parameters<typeof publishCommand>[2] = {}) =>
  (await site.annotations.run(viewer, publishCommand(text, site.newId(), given))).id;
const reply = (viewer: Viewer, parent: string, body: string) =>
  site.annotations.run(viewer, { verb: "reply", id: site.newId(), document: text.id, parent, body });
const textIn = async (viewer: Viewer) => (await documents.library(viewer, group)).find(({ id }) => id === text.id);

describe("the library", () => {
  it("counts what the viewer sees and no more", async () => {
    const question = await publish(ada, { motivation: "questioning" });
    await publish(ada, { placement: "me" });
    const hidden = await publish(ada);
    await site.annotations.run(teacher, { verb: "hide", id: hidden, document: text.id });
    expect(await textIn(teacher)).toMatchObject({ notes: 1, unread: 1, questions: 1, readTo: null });
    expect(await textIn(ada)).toMatchObject({ notes: 2, unread: 0, questions: 1 });
    await reply(teacher, question, "Because.");
    expect(await textIn(ada)).toMatchObject({ notes: 3, unread: 1, questions: 1 });
    for (const [verb, questions] of [
      ["answer", 0],
      ["reopen", 1],
    ] as const) {
      const said = { id: question, document: text.id };
      await site.annotations.run(ada, verb === "answer" ? { verb, ...said, by: null } : { verb, ...said });
      expect(await textIn(ada)).toMatchObject({ questions });
    }
    await site.reading.seen(ada, text.id, { block: 2 });
    site.time.now += 1;
    await site.news.read(ada, text.id, "all");
    expect(await textIn(ada)).toMatchObject({ unread: 0, readTo: 2 });
  });

  it("places threads in 32 parts of the text, and knows who reads", async () => {
    await publish(ada);
    const found = await textIn(ada);
    expect(found?.density).toHaveLength(32);
    expect(found?.density[Math.floor((2 * 32) / sampleText.length)]).toBe(1);
    expect(found?.density.reduce((sum, part) => sum + part, 0)).toBe(1);
    expect(found?.readers).toEqual([{ id: ada.id, name: "Ada", pronouns: "", hue: 1, picture: null }]);
  });

  it("is not found by strangers", async () => {
    await expect(documents.library(stranger, group)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("adding a text", () => {
  it("proposes, previews and adds it once, however often it is asked", async () => {
    const { id } = await documents.propose(teacher, group, { bytes: new Uint8Array(), fileName: null });
    expect(await documents.preview(teacher, id)).toMatchObject({
      groupId: group,
      format: "plain",
      clutter: [{ kind: "advert", pieces: [1] }],
      language: "en",
      dir: "ltr",
    });
    const add = () => documents.add(teacher, id, { labels: {}, leftOut: [1] }, meta);
    expect(await Promise.all([add(), add()])).toEqual([{ id }, { id }]);
    expect(await add()).toEqual({ id });
    expect(builds).toBe(2);
    expect(await site.read.documents.find(id)).toMatchObject({
      title: "From the file",
      opening: "A wall divides.",
      author: "A. Writer",
      language: "en",
    });
    await expect(documents.preview(teacher, id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is for those who teach, and each has only their own", async () => {
    const input = { bytes: new Uint8Array(), fileName: null };
    await expect(documents.propose(ada, group, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(documents.propose(stranger, group, input)).rejects.toMatchObject({ code: "not-found" });
    const { id } = await documents.propose(teacher, group, input);
    const other = await site.addMember(group, "Tom", "teacher");
    await expect(documents.preview(other, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(documents.add(other, id, { labels: {}, leftOut: [] }, meta)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("keeps the address that a text was fetched from, and fetches for nobody who may not add", async () => {
    const input = { address: " https://texts.example/essay " };
    for (const viewer of [ada, stranger]) await expect(documents.propose(viewer, group, input)).rejects.toThrow();
    expect(fetched).toEqual([]);
    const { id } = await documents.propose(teacher, group, input);
    expect(fetched).toEqual([input.address]);
    expect(await documents.preview(teacher, id)).toMatchObject({ source: "https://texts.example/essay" });
  });

  it("says what is known about it and changes that, for those who teach here", async () => {
    await documents.editMeta(teacher, text.id, { ...meta, title: " New \n title ", source: "p. 7" });
    const known = { title: "New title", author: "A. Writer", source: "p. 7", language: "", rights: "", groupId: group };
    expect(await documents.details(teacher, text.id)).toEqual(known);
    await expect(documents.details(ada, text.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(documents.details(stranger, text.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it.each([
    { field: "author", value: "x".repeat(501) },
    { field: "language", value: "<b>" },
  ])("names the field that is wrong: $field", async ({ field, value }) => {
    const edit = documents.editMeta(teacher, text.id, { ...meta, title: "T", [field]: value });
    await expect(edit).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });
});

describe("the end of a text", () => {
  it("can be taken back within its grace, and is complete after it", async () => {
    await reply(teacher, await publish(ada, { body: "SENTINEL" }), "SENTINEL too");
    await expect(documents.remove(ada, text.id, true)).rejects.toMatchObject({ code: "forbidden" });
    await documents.remove(teacher, text.id, true);
    expect(site.committed.at(-1)).toEqual([{ kind: "rights", documents: [text.id] }]);
    await documents.remove(teacher, text.id, false);
    await documents.remove(teacher, text.id, true);
    await sweep({ read: site.read, transact: site.writer.transact }, site.time.now + DELETION_GRACE - 1);
    expect(await textIn(ada)).toBeDefined();
    site.time.now += DELETION_GRACE;
    expect(await textIn(ada)).toBeUndefined();
    await expect(site.reading.open(ada, text.id)).rejects.toMatchObject({ code: "not-found" });
    await sweep({ read: site.read, transact: site.writer.transact }, site.time.now);
    const { sqlite } = site.database.read;
    const emptied = [
      "documents",
      "annotations",
      "notifications",
      "note_words",
      "search_notes",
      "block_words",
      "search_blocks",
    ];
    for (const table of emptied) {
      expect(sqlite.prepare(`SELECT * FROM ${table}`).all()).toEqual([]);
    }
    // An inbox belongs to a member and stays; it says nothing of the text any more.
    const said = "SELECT value FROM changes WHERE room NOT LIKE 'inbox/%' OR value NOT IN ('0', 'null')";
    expect(sqlite.prepare(said).all()).toEqual([]);
  });

  it("comes with the end of its group", async () => {
    await publish(ada);
    await site.writer.transact((store) => store.groups.update(group, { deleteAfter: site.time.now }));
    await sweep({ read: site.read, transact: site.writer.transact }, site.time.now);
    expect(await site.read.groups.byId(group)).toBeNull();
    expect(await site.read.documents.find(text.id)).toBeNull();
  });
});
