import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DocumentService } from "#app/context/documents.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Piece, RevisionContent } from "#app/domain/document/document.ts";
import { DELETION_GRACE } from "#app/domain/group/group.ts";
import { Readings } from "./documents/readings.ts";
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
let content: RevisionContent;
/** What stands in the first piece besides its words. */
let large: string;
let fetched: string[];

const pieces: readonly Piece[] = [
  { id: 0, label: "paragraph", clutter: null, html: "<p>A wall divides.</p>", text: "A wall divides." },
  { id: 1, label: "paragraph", clutter: "advert", html: "<p>Buy!</p>", text: "Buy!" },
];
const built: RevisionContent = {
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
const meta = { author: " A.  Writer\n", source: "", language: "", published: "", licence: "", rights: "" };

const withWords = (piece: Piece): Piece => (piece.id === 0 ? { ...piece, html: `${piece.html}${large}` } : piece);

beforeEach(async () => {
  site = await openTestSite();
  group = await site.addGroup("Seminar");
  teacher = await site.addMember(group, "Tea", "teacher");
  ada = await site.addMember(group, "Ada", "member");
  stranger = await site.addMember(await site.addGroup("Others"), "Eve", "owner");
  text = await site.addText(group, teacher);
  builds = 0;
  content = built;
  large = "";
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
      read: async () => ({
        format: "plain",
        pieces: pieces.map(withWords),
        ...meta,
        title: "From the file",
        author: "",
        language: "en",
        words: 3,
      }),
      build: async () => {
        builds += 1;
        return content;
      },
    },
    readings: new Readings(),
    revise: site.revisions.replace,
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

  it("becomes the newest revision of the text for which it was brought, and nothing else of it changes", async () => {
    const note = await publish(ada);
    const source = { bytes: new Uint8Array([8]), fileName: null };
    const { id } = await documents.propose(teacher, group, source, text.id);
    expect(await documents.preview(teacher, id)).toMatchObject({ revises: { id: text.id }, known: null });
    expect(await documents.add(teacher, id, { labels: {}, leftOut: [1] }, meta)).toEqual({ id: text.id });
    const { revisions, base } = await site.revisions.list(ada, text.id);
    expect(revisions.map(({ n }) => n)).toEqual([2, 1]);
    expect((await site.read.annotations.find(note))?.target?.source).toBe(base);
    const elsewhere = await site.addText(await site.addGroup("Elsewhere"), teacher);
    await expect(documents.propose(teacher, group, source, elsewhere.id)).rejects.toMatchObject({ code: "not-found" });
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

  it("leads to the proposal that waits already, and to nobody else's", async () => {
    const input = { bytes: new TextEncoder().encode("A wall divides."), fileName: null };
    const { id } = await documents.propose(teacher, group, input);
    expect(await documents.propose(teacher, group, input)).toEqual({ id });
    const other = await site.addMember(group, "Tom", "teacher");
    for (const [viewer, named] of [
      [teacher, { ...input, fileName: "wall.md" }],
      [other, input],
    ] as const) {
      expect(await documents.propose(viewer, group, named)).not.toEqual({ id });
    }
  });

  it.each([
    ["bytes", "A wall divides.", "Another title."],
    ["words", "# A wall divides.", "A wall  divides."],
  ])("tells which text of the group is of the same %s", async (by, source, text) => {
    const propose = async (words: string) =>
      (await documents.propose(teacher, group, { bytes: new TextEncoder().encode(words), fileName: null })).id;
    const preview = async (id: string) => {
      const standing = await documents.preview(teacher, id);
      return standing.state === "ready" ? standing.known : standing.state;
    };
    content = { ...content, text, words: by === "words" ? 3 : 9 };
    const first = await propose("A wall divides.");
    expect(await preview(first)).toBeNull();
    await documents.add(teacher, first, { labels: {}, leftOut: [] }, meta);
    const again = await propose(source);
    expect(await preview(again)).toEqual({
      ...{ id: first, by, title: "From the file", addedBy: "Tea", createdAt: site.time.now },
    });
    await documents.remove(teacher, first, true);
    expect(await preview(again)).toBeNull();
    expect(await documents.add(teacher, again, { labels: {}, leftOut: [] }, meta)).toEqual({ id: again });
  });

  it("takes no more than the site gives a group, and says how much there is", async () => {
    const propose = (words: string) =>
      documents.propose(teacher, group, { bytes: new TextEncoder().encode(words), fileName: null });
    await site.writer.transact((store) => store.siteSettings.set("groupQuota", 1, site.time.now));
    const { used, most } = await documents.storage(teacher, group);
    expect([used, most]).toEqual([Buffer.byteLength(sampleText) + "<p></p>".length, 1024 * 1024]);
    large = "x".repeat(600_000);
    const { id } = await propose("One.");
    await expect(propose("Two.")).rejects.toMatchObject({
      code: "too-large",
      sentence: expect.stringContaining("This takes 0.6 MB, and the texts of this group have 0.4 MB left."),
    });
    await documents.add(teacher, id, { labels: {}, leftOut: [] }, meta);
    await expect(documents.storage(ada, group)).rejects.toMatchObject({ code: "forbidden" });
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
    const terms = { published: "March 1819", licence: "CC-BY-4.0", rights: "© A. Writer" };
    await documents.editMeta(teacher, text.id, { ...meta, ...terms, title: " New \n title ", source: "p. 7" });
    const known = { ...meta, ...terms, title: "New title", author: "A. Writer", source: "p. 7", groupId: group };
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
