/** A portfolio: one's own words in their context, and of another's only what one may see anyway. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import type { WorkPage, WorkService } from "#app/context/work.ts";
import { exportFormats } from "#app/domain/export/export-format.ts";
import { everything, type WorkChoice } from "#app/domain/work/work-choice.ts";
import { makeSecrets } from "#server/auth/secrets.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { makeWorkService } from "./work.ts";

const DAY = 24 * 60 * 60 * 1000;

let s: Seminar;
let work: WorkService;

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  let seed = 0;
  const secrets = makeSecrets((bytes) => {
    seed += 1;
    return new Uint8Array(bytes).fill(seed);
  });
  const { transact } = writer;
  work = makeWorkService({ read, transact, clock: () => time.now, newId, secrets, origin: "https://glossa.example" });
});
afterEach(() => s.site.close());

const open = (viewer: Viewer, member: Viewer, choice: Partial<WorkChoice> = {}) =>
  work.open(viewer, { group: s.group, member: member.id }, { ...everything, from: 0, ...choice });
const bodies = ({ items }: WorkPage) => items.map(({ html }) => html.replaceAll(/<[^>]+>/g, ""));

async function takenBy(viewer: Viewer, format: (typeof exportFormats)[number], withPrivate: boolean): Promise<string> {
  const of = { group: s.group, member: s.ada.id };
  const { chunks } = await work.take(viewer, of, { ...everything, format, withPrivate });
  const decoder = new TextDecoder();
  let words = "";
  for await (const chunk of chunks) words += decoder.decode(chunk, { stream: true });
  return words;
}

async function leave(member: Viewer): Promise<void> {
  await s.site.writer.transact(async (store) => {
    await store.memberships.leave(s.group, member.id, s.site.time.now);
    await store.audiences.dismiss({ groupId: s.group, memberId: member.id, now: s.site.time.now });
  });
}

describe("one's own work", () => {
  it("stands by place, with what was answered and how often it was", async () => {
    const whole = await s.publish(s.ada, { target: null, body: "On all of it" });
    const question = await s.publish(s.ben, { body: "Why?" });
    s.site.time.now += 1;
    const answer = await s.reply(s.ada, question);
    await s.reply(s.ben, answer);
    const page = await open(s.ada, s.ada);
    expect(page).toMatchObject({ isSelf: true, role: "member", total: 2, member: { name: "Ada" } });
    expect(page.counts).toEqual({ all: 2, notes: 1, questions: 0, highlights: 0, replies: 1, private: 0 });
    expect(page.texts).toMatchObject([{ id: s.text.id, notes: 2 }]);
    expect(page.items.map(({ id }) => id)).toEqual([whole, answer]);
    expect(page.items[1]).toMatchObject({ number: 1, quotes: ["wall"], replies: 1 });
    expect(page.items[1]?.answered).toEqual({ name: "Ben", excerpt: "Why?" });
    expect((await open(s.ada, s.ada, { order: "newest" })).items.map(({ id }) => id)).toEqual([answer, whole]);
  });

  it.each([
    ["notes", ["Note"]],
    ["questions", ["Question"]],
    ["replies", ["An answer"]],
    ["private", ["Secret"]],
    ["all", ["Note", "Question", "An answer", "Secret"]],
  ] as const)("shows %s", async (show, expected) => {
    const note = await s.publish(s.ada, { body: "Note" });
    await s.publish(s.ada, { body: "Question", motivation: "questioning" });
    await s.reply(s.ada, note);
    await s.publish(s.ada, { body: "Secret", placement: "me", motivation: "highlighting" });
    const page = await open(s.ada, s.ada, { show });
    expect([...bodies(page)].sort()).toEqual([...expected].sort());
    expect(page.total).toBe(expected.length);
    expect(page.counts[show]).toBe(expected.length);
  });

  it("goes over all groups, and nobody else's does", async () => {
    await s.publish(s.ada);
    const own = { group: null, member: s.ada.id };
    expect((await work.open(s.ada, own, { ...everything, from: 0 })).total).toBe(1);
    await expect(work.open(s.teacher, own, { ...everything, from: 0 })).rejects.toMatchObject({ code: "not-found" });
  });

  it("ends with a membership", async () => {
    await s.publish(s.ada);
    await leave(s.ada);
    await expect(open(s.ada, s.ada)).rejects.toMatchObject({ code: "not-found" });
    const own = { group: null, member: s.ada.id };
    expect((await work.open(s.ada, own, { ...everything, from: 0 })).total).toBe(0);
  });
});

describe("another's work", () => {
  it("is what one may see of it, in pages, counts and files", async () => {
    await s.publish(s.ada, { body: "zqopenqz" });
    await s.publish(s.ada, { body: "zqsecretqz", placement: "me" });
    const hidden = await s.publish(s.ada, { body: "zqhiddenqz" });
    await s.reply(s.ben, hidden);
    await s.act(s.teacher, "hide", hidden);
    await s.act(s.ada, "delete", await s.publish(s.ada, { body: "zqgoneqz" }));

    expect(bodies(await open(s.ben, s.ada))).toEqual(["zqopenqz"]);
    expect((await open(s.ben, s.ada)).counts).toMatchObject({ all: 1, private: 0 });
    expect(bodies(await open(s.teacher, s.ada)).sort()).toEqual(["zqhiddenqz", "zqopenqz"]);
    expect(bodies(await open(s.ada, s.ada)).sort()).toEqual(["zqhiddenqz", "zqopenqz", "zqsecretqz"]);
    for (const format of exportFormats) {
      const found = async (viewer: Viewer, withPrivate: boolean) =>
        [...new Set((await takenBy(viewer, format, withPrivate)).match(/zq[a-z]+qz/g))].sort();
      expect(await found(s.ben, true)).toEqual(["zqopenqz"]);
      expect(await found(s.teacher, true)).toEqual(["zqhiddenqz", "zqopenqz"]);
      expect(await found(s.ada, false)).toEqual(["zqhiddenqz", "zqopenqz"]);
      expect(await found(s.ada, true)).toEqual(["zqhiddenqz", "zqopenqz", "zqsecretqz"]);
    }
  });

  it("does not exist for strangers, nor do strangers", async () => {
    await s.publish(s.ada);
    await expect(open(s.stranger, s.ada)).rejects.toMatchObject({ code: "not-found" });
    await expect(open(s.ada, s.stranger)).rejects.toMatchObject({ code: "not-found" });
  });

  it("quotes nothing of a note that was hidden from the reader", async () => {
    const root = await s.publish(s.ben, { body: "zqhiddenqz" });
    await s.reply(s.ada, root);
    await s.act(s.teacher, "hide", root);
    const [item] = (await open(s.observer, s.ada)).items;
    expect(item?.answered?.excerpt).not.toContain("zqhiddenqz");
  });
});

describe("a link", () => {
  const share = (choice: Partial<WorkChoice> = {}, withPrivate = false) =>
    work.share(s.ada, s.group, { choice: { ...everything, ...choice }, days: 7, withPrivate });
  const tokenOf = ({ link }: { readonly link: string }) => link.split("/").at(-1) ?? "";

  it("shows its member's own words and passages, and nothing of others", async () => {
    const others = await s.publish(s.ben, { body: "zqothersqz" });
    await s.reply(s.ada, others);
    await s.publish(s.ada, { body: "Mine" });
    await s.publish(s.ada, { body: "zqsecretqz", placement: "me" });
    const hidden = await s.publish(s.ada, { body: "zqhiddenqz" });
    await s.act(s.teacher, "hide", hidden);
    const page = await work.shared(tokenOf(await share()), 0);
    expect(bodies(page).sort()).toEqual(["An answer", "Mine"]);
    expect(page.items.map(({ quotes, answered, replies }) => ({ quotes, answered, replies }))).toEqual(
      [0, 1].map(() => ({ quotes: ["wall"], answered: null, replies: 0 })),
    );
    expect(JSON.stringify(page)).not.toMatch(/zq|Ben/);
    expect(page.counts).toMatchObject({ all: 2, private: 0 });
  });

  it("shows what was chosen", async () => {
    await s.publish(s.ada, { body: "A note" });
    await s.publish(s.ada, { body: "A question?", motivation: "questioning" });
    await s.publish(s.ada, { body: "Mine alone", placement: "me", motivation: "questioning" });
    expect(bodies(await work.shared(tokenOf(await share({ show: "questions" })), 0))).toEqual(["A question?"]);
    expect(bodies(await work.shared(tokenOf(await share({ show: "questions" }, true)), 0))).toHaveLength(2);
  });

  it.each([
    [
      "its time is over",
      async () => {
        s.site.time.now += 7 * DAY;
      },
    ],
    [
      "it was taken back",
      async () => {
        const [link] = await work.links(s.ada, s.group);
        await work.unshare(s.ada, s.group, link?.id ?? "");
      },
    ],
    ["its member left", () => leave(s.ada)],
  ])("ends when %s", async (_, end) => {
    await s.publish(s.ada);
    const token = tokenOf(await share());
    expect((await work.shared(token, 0)).total).toBe(1);
    await end();
    await expect(work.shared(token, 0)).rejects.toMatchObject({ code: "gone" });
  });

  it("is stored as a hash, listed for its member alone, and taken back by nobody else", async () => {
    const token = tokenOf(await share());
    const stored = JSON.stringify(s.site.database.read.sqlite.prepare("SELECT * FROM work_links").all());
    expect(stored).not.toContain(token);
    expect(await work.links(s.ben, s.group)).toEqual([]);
    const [link] = await work.links(s.ada, s.group);
    await expect(work.unshare(s.teacher, s.group, link?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
    await expect(work.links(s.stranger, s.group)).rejects.toMatchObject({ code: "not-found" });
    await expect(work.shared("nothing", 0)).rejects.toMatchObject({ code: "gone" });
  });

  it.each([0, 0.5, 181, Number.NaN])("is not good for %s days", async (days) => {
    const asked = work.share(s.ada, s.group, { choice: everything, days, withPrivate: false });
    await expect(asked).rejects.toMatchObject({ code: "invalid" });
  });
});
