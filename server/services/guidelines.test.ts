import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});

afterEach(async () => {
  await s.site.close();
});

const rule = { id: "", title: "Be kind", words: "Argue with sentences, not people.", reasons: ["attack"] } as const;
const answer = { id: "", kind: "warn", title: "First", words: "Dear {author}, {rule}.", reasons: [] } as const;
const values = { author: "Ada", rule: "Rule 1", link: "" };
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (problem) => problem.code as string,
  );

describe("rules of conduct", () => {
  it("keep their number and every wording, and a number is not given twice", async () => {
    const { guidelines } = s.site;
    await guidelines.save(s.teacher, s.group, rule);
    const [first] = (await guidelines.open(s.ben, s.group)).guidelines;
    await guidelines.save(s.teacher, s.group, { ...rule, id: first?.id ?? "", words: "Argue well." });
    await guidelines.save(s.teacher, s.group, {
      ...rule,
      id: first?.id ?? "",
      words: "Argue well.",
      reasons: ["hate"],
    });
    await guidelines.save(s.teacher, s.group, { ...rule, title: "Quote exactly" });
    const { guidelines: kept, mayEdit } = await guidelines.open(s.ben, s.group);
    expect(kept.map(({ number, version, earlier }) => [number, version, earlier.length])).toEqual([
      [1, 2, 1],
      [2, 1, 0],
    ]);
    expect([kept[0]?.reasons, mayEdit]).toEqual([["hate"], false]);
    await guidelines.retire(s.teacher, s.group, kept[1]?.id ?? "");
    await guidelines.save(s.teacher, s.group, rule);
    expect((await guidelines.open(s.ben, s.group)).guidelines.map(({ number }) => number)).toEqual([1, 3]);
    expect((await s.site.read.record.list({}, 1))[0]).toMatchObject({ verb: "guideline.save" });
  });

  it("are kept by teachers, of their own group", async () => {
    expect(await codeOf(s.site.guidelines.save(s.ada, s.group, rule))).toBe("forbidden");
    expect(await codeOf(s.site.guidelines.save(s.stranger, s.group, rule))).toBe("not-found");
    expect(await codeOf(s.site.guidelines.save(s.teacher, s.group, { ...rule, id: "other" }))).toBe("not-found");
    expect(await codeOf(s.site.guidelines.save(s.teacher, s.group, { ...rule, title: " " }))).toBe("invalid");
  });
});

describe("canned answers", () => {
  it("are filled in, and counted", async () => {
    const { cannedAnswers } = s.site;
    await cannedAnswers.save(s.teacher, s.group, answer);
    const [kept] = await cannedAnswers.list(s.teacher, s.group);
    const { words } = await cannedAnswers.fill(s.teacher, s.group, kept?.id ?? "", values);
    expect(words).toBe("Dear Ada, Rule 1.");
    expect((await cannedAnswers.list(s.teacher, s.group))[0]?.uses).toBe(1);
  });

  it("refuse a variable that there is not, when saved and when sent", async () => {
    const { cannedAnswers } = s.site;
    const wrong = cannedAnswers.save(s.teacher, s.group, { ...answer, words: "Dear {name}" });
    await expect(wrong).rejects.toMatchObject({ fields: { words: expect.stringContaining("{name}") } });
    const id = s.site.newId();
    const old = { ...answer, id, words: "Dear {name}", groupId: s.group, createdAt: 1 };
    await s.site.writer.transact((store) => store.cannedAnswers.put(old));
    expect(await codeOf(cannedAnswers.fill(s.teacher, s.group, id, values))).toBe("invalid");
  });

  it("are among staff", async () => {
    expect(await codeOf(s.site.cannedAnswers.list(s.ada, s.group))).toBe("forbidden");
    expect(await codeOf(s.site.cannedAnswers.save(s.ada, s.group, answer))).toBe("forbidden");
    expect(await codeOf(s.site.cannedAnswers.list(s.stranger, s.group))).toBe("not-found");
  });
});
