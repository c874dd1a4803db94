import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SearchAnswer, SearchAsked } from "#app/context/search.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { describe as describeTarget } from "#app/domain/annotation/describe.ts";
import { fillSearchIndex } from "#db/search-index.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});
afterEach(() => s.site.close());

const find = (line: string, asked: Partial<SearchAsked> = {}, viewer: Viewer = s.ada): Promise<SearchAnswer> =>
  s.site.search.find(viewer, s.group, { line, sort: "time", show: "all", everywhere: false, after: null, ...asked });
const wordsOf = ({ excerpt }: SearchAnswer["notes"][number]) => excerpt.map(({ text }) => text).join("");
const found = async (line: string, asked: Partial<SearchAsked> = {}) => (await find(line, asked)).notes.map(wordsOf);
const publish = async (viewer: Viewer, body: string, given: Parameters<Seminar["publish"]>[1] = {}) => {
  s.site.time.now += 1_000;
  return s.publish(viewer, { body, ...given });
};
const reply = async (viewer: Viewer, parent: string, body: string) => {
  s.site.time.now += 1_000;
  await s.run(viewer, { verb: "reply", id: s.site.newId(), document: s.text.id, parent, body });
};

describe("words", () => {
  it("finds them with marks folded, the last one from its beginning, newest first", async () => {
    await publish(s.ada, "A résumé of walls");
    await reply(s.teacher, await publish(s.ada, "Other things"), "Resume the *walk*");
    const { notes } = await find("RESUME wal", { show: "notes" });
    expect(notes.map((note) => [wordsOf(note), note.quote, note.by?.name, note.answers])).toEqual([
      ["Resume the walk", "wall", "Tea", "Ada"],
      ["A résumé of walls", "wall", "Ada", null],
    ]);
    expect(notes[0]?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["Resume", "walk"]);
  });

  it.each([
    ["wall window", ["a window in the wall", "the wall and the window"]],
    ['"the wall"', ["a window in the wall", "the wall and the window"]],
    ['"wall and"', ["the wall and the window"]],
    ["window -wall", ["a window alone"]],
    ['window -"in the"', ["a window alone", "the wall and the window"]],
    ["-window", ["nothing of the kind"]],
    ["wind", ["a window alone", "a window in the wall", "the wall and the window"]],
    ["wind wall", []],
    ["wall-and", ["the wall and the window"]],
    ["%", []],
    ["", []],
  ])("%j finds %j", async (line, bodies) => {
    for (const body of ["the wall and the window", "a window in the wall", "a window alone", "nothing of the kind"]) {
      await publish(s.ada, body);
    }
    expect(await found(line)).toEqual(bodies);
  });

  it("follows an edit, a deletion and its undoing", async () => {
    const id = await publish(s.ada, "first words");
    await s.edit(s.ada, id, "second thoughts", 1);
    expect([await found("first"), await found("second")]).toEqual([[], ["second thoughts"]]);
    await s.act(s.ada, "delete", id);
    expect(await found("second")).toEqual([]);
    await s.act(s.ada, "undelete", id);
    expect(await found("second")).toEqual(["second thoughts"]);
  });
});

describe("passages of texts", () => {
  it("stand above the notes, with their paragraph", async () => {
    await publish(s.ada, "what a window shows");
    const { passages, passageCount, notes } = await find("cafe naive");
    expect(passages).toMatchObject([{ n: 2, number: 2, text: { id: s.text.id, title: "The wall and the window" } }]);
    expect(passages[0]?.excerpt.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(["café", "naïve"]);
    expect([passageCount, notes]).toEqual([{ count: 1, isMore: false }, []]);
  });

  it.each([
    ["wall ¶1", 1],
    ["wall ¶2-9", 0],
    ["window in:wall", 1],
    ["window in:nowhere", 0],
    ["window by:ada", 0],
    ["window is:open", 0],
    ["window -wall", 1],
    ["in:wall", 0],
  ])("%j finds %i", async (line, count) => {
    expect((await find(line)).passages).toHaveLength(count);
  });
});

describe("facets", () => {
  beforeEach(async () => {
    const asked = await publish(s.ada, "a question", { motivation: "questioning", colour: "blue" });
    await reply(s.ben, asked, "an answer");
    await publish(s.ben, "a remark", { colour: "rose" });
    await publish(s.teacher, "", { motivation: "highlighting", colour: "green" });
    await publish(s.teacher, "on all of it", { target: null, colour: "amber" });
    const { sqlite } = s.site.database.write;
    sqlite.exec(
      "UPDATE annotations SET tags = '[\"Close Reading\"]' WHERE creator_id = (SELECT id FROM members WHERE name = 'Ben')",
    );
    for (const id of sqlite.prepare<[], string>("SELECT id FROM annotations").pluck().all()) {
      await s.site.writer.transact((store) => store.search.index({ id }));
    }
  });

  it.each([
    ["by:ada", ["a question"]],
    ["by:me", ["a question"]],
    ["von:mir art:frage farbe:blau", ["a question"]],
    ["is:mine", ["a question"]],
    ["-is:mine by:ben", ["a remark", "an answer"]],
    ["by:ada by:ben", ["a remark", "an answer", "a question"]],
    ["-by:ben -by:tea", ["a question"]],
    ["by:nobody", []],
    ["kind:question", ["a question"]],
    ["kind:reply", ["an answer"]],
    ["kind:highlight", [""]],
    ["kind:note", ["on all of it", "a remark"]],
    ["colour:rose colour:blue", ["a remark", "a question"]],
    ["has:reply", ["a question"]],
    ["is:open", ["a question"]],
    ["is:answered", []],
    ["is:unread", ["on all of it", "", "a remark", "an answer"]],
    ["-is:unread", ["a question"]],
    ["is:endorsed", []],
    ['tag:"close reading"', ["a remark", "an answer"]],
    ["tag:CLOSE-reading", []],
    ["-tag:other by:ben", ["a remark", "an answer"]],
    ["¶1", ["", "a remark", "an answer", "a question"]],
    ["¶2", []],
    ["-¶1", ["on all of it"]],
    ["in:wall by:ada", ["a question"]],
    ["in:elsewhere", []],
    ["before:2023", []],
    ["after:2023-11-14 by:ada", ["a question"]],
    ["before:2023-11-15 by:ada", ["a question"]],
    ["-after:2023", []],
  ])("%j finds %j", async (line, bodies) => {
    expect(await found(line)).toEqual(bodies);
  });

  it("are counted of what was found", async () => {
    const { facets, noteCount } = await find("a", { show: "notes" });
    expect(noteCount).toEqual({ count: 4, isMore: false });
    expect(facets.map(({ name, count }) => `${name} ${count}`)).toEqual([
      "The wall and the window 4",
      ...["note 2", "question 1", "reply 1"],
      ...["has:reply 1", "is:unread 3", "is:open 1", "is:mine 1"],
      ...["Ben 2", "Ada 1", "Tea 1"],
      "Close Reading 2",
      ...["amber 1", "blue 1", "rose 1"],
    ]);
  });

  it("know what is answered, endorsed and read", async () => {
    const { sqlite } = s.site.database.write;
    const [id, seat] = sqlite
      .prepare<[], [string, string]>(
        "SELECT annotation_id, seat_id FROM search_notes WHERE annotation_id = root_id ORDER BY id",
      )
      .raw()
      .get() ?? ["", ""];
    sqlite
      .prepare("INSERT INTO thread_states (root_id, state, by_seat, at) VALUES (?, 'answered', ?, 1)")
      .run(id, seat);
    sqlite
      .prepare(
        "INSERT INTO annotation_reactions (annotation_id, member_id, reaction, seat_id, created_at) VALUES (?, ?, 'endorse', ?, 1)",
      )
      .run(id, s.teacher.id, seat);
    sqlite
      .prepare("INSERT INTO thread_reads (member_id, root_id, document_id, read_at) VALUES (?, ?, ?, ?)")
      .run(s.ada.id, id, s.text.id, s.site.time.now);
    expect(await found("is:open")).toEqual([]);
    expect(await found("is:answered")).toEqual(["a question"]);
    expect(await found("is:endorsed -is:open")).toEqual(["a question"]);
    expect(await found("is:unread")).toEqual(["on all of it", "", "a remark"]);
    s.site.time.now += 1_000;
    await s.site.news.read(s.ada, s.text.id, "all");
    expect(await found("is:unread")).toEqual([]);
  });

  it("say what nobody and nothing is called", async () => {
    expect((await find("by:zoe in:wall kind:dance")).unknown).toMatchObject([{ value: "zoe" }, { value: "dance" }]);
  });
});

it("a note stands in every paragraph that one of its passages touches", async () => {
  const selectorOf = (start: number, end: number) => describeTarget(s.text.text, { start, end });
  const target = { source: s.text.revision, selector: selectorOf(2, 24) };
  const id = await publish(s.ada, "on two and the last", { target });
  const more = JSON.stringify([{ ...target, selector: selectorOf(s.text.text.length - 4, s.text.text.length) }]);
  s.site.database.write.sqlite.prepare("UPDATE annotations SET more = ? WHERE id = ?").run(more, id);
  await s.site.writer.transact((store) => store.search.index({ id }));
  for (const line of ["¶1", "¶2", "¶3", "¶2-3"]) expect(await found(line)).toHaveLength(1);
  for (const line of ["¶4", "-¶2"]) expect(await found(line)).toEqual([]);
});

describe("orders and pages", () => {
  const place = (start: number) => ({
    target: { source: s.text.revision, selector: describeTarget(s.text.text, { start, end: start + 4 }) },
  });

  it("sorts by time, by place and by the latest word in the thread", async () => {
    const late = await publish(s.ada, "late one", place(40));
    await publish(s.ada, "early one", place(2));
    await publish(s.ada, "one on all", { target: null });
    await reply(s.ben, late, "one answer");
    expect(await found("one")).toEqual(["one answer", "one on all", "early one", "late one"]);
    expect(await found("one", { sort: "place" })).toEqual(["one on all", "early one", "late one", "one answer"]);
    expect(await found("one", { sort: "activity" })).toEqual(["one answer", "late one", "one on all", "early one"]);
  });

  it.each(["time", "place", "activity"] as const)("gives every note once over the pages, by %s", async (sort) => {
    const bodies = Array.from({ length: 47 }, (_, n) => `note ${n}`);
    for (const [n, body] of bodies.entries()) await publish(s.ada, body, place((n * 7) % 40));
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const answer: SearchAnswer = await find("note", { sort, after });
      pages.push(answer.notes.map(wordsOf));
      after = answer.next;
    } while (after !== null);
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 7]);
    expect(pages.flat().sort()).toEqual([...bodies].sort());
  });

  it.each(["", "x", "zzzzzzzzzzzzzz.0.", "1.2", "../..", "\0", "-1.-1.-1"])(
    "begins at the first page for %j",
    async (after) => {
      await publish(s.ada, "a note");
      expect(await found("note", { after })).toEqual(["a note"]);
    },
  );

  it("gives passages over pages too", async () => {
    const text = Array.from({ length: 25 }, (_, n) => `Paragraph ${n} of many.`).join("\n");
    await s.site.addText(s.group, s.teacher, text);
    const first = await find("many", { show: "texts" });
    const second = await find("many", { show: "texts", after: first.next });
    expect([first.passages.length, second.passages.length, second.next]).toEqual([20, 5, null]);
    expect(await find("many")).toMatchObject({ passages: { length: 3 }, passageCount: { count: 25 } });
  });

  it("counts to a thousand and says that there are more", async () => {
    const id = await s.publish(s.ada, { body: "many" });
    const { write } = s.site.database;
    write.sqlite.exec(`CREATE TEMP TABLE copy AS SELECT * FROM annotations WHERE id = '${id}'`);
    write.sqlite.transaction(() => {
      for (let n = 0; n < 1_000; n += 1) {
        write.sqlite.exec(`UPDATE copy SET id = 'copy${n}', root_id = 'copy${n}';
          INSERT INTO annotations SELECT * FROM copy;
          INSERT INTO annotation_revisions SELECT 'copy${n}', 'copy${n}', 1, 'many', 1;
          INSERT INTO placements SELECT 'copy${n}', audience_id, seat_id FROM placements WHERE annotation_id = '${id}'`);
      }
    })();
    write.sqlite.exec("UPDATE search_shape SET shape = 0");
    fillSearchIndex(write);
    const { noteCount, facets } = await find("many", { show: "notes" });
    expect(noteCount).toEqual({ count: 1_000, isMore: true });
    expect(facets[0]).toMatchObject({ count: 1_000 });
  });
});
