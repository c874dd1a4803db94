import { describe, expect, it } from "vitest";
import { csvHead, csvLine, csvThread } from "./csv.ts";
import { head, note, reply, target, text, thread } from "./test-notes.ts";

/** A reader of RFC 4180 of its own: records of cells. */
function read(csv: string): string[][] {
  const records: string[][] = [];
  for (const record of csv.match(/(?:"(?:[^"]|"")*",?)+\r\n/g) ?? []) {
    records.push((record.match(/"(?:[^"]|"")*"/g) ?? []).map((cell) => cell.slice(1, -1).replaceAll('""', '"')));
  }
  return records;
}

describe("a cell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["\n=1", "'\n=1"],
    ["＝1", "'＝1"],
    ['=HYPERLINK("https://evil.example","x")', `'=HYPERLINK("https://evil.example","x")`],
    ["a=1", "a=1"],
    ['say "so", then', 'say "so", then'],
    ["two\nlines", "two\nlines"],
    ["بئر 𝒳", "بئر 𝒳"],
    ["", ""],
  ])("%j", (typed, shown) => {
    expect(read(csvLine([typed, "next"]))).toEqual([[shown, "next"]]);
  });
});

describe("a table of notes", () => {
  it("begins with the mark that says UTF-8, and has one line a note with as many cells as names", () => {
    const hostile = '",\r\n=cmd|"/c calc"!A1,"';
    const said = thread(
      note({ body: hostile, tags: ["irony", "=1"], targets: [target(2, 6), target(25, 31)] }),
      reply({ by: { name: "=Ben", role: null }, edited: 1, isPrivate: true }),
    );
    const csv = csvHead() + csvThread(head, { ...text, title: "-wall" }, said);
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    const [names = [], ...rows] = read(csv.slice(1));
    expect(rows.map((row) => row.length)).toEqual([names.length, names.length]);
    const [first, second] = rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
    expect(first).toMatchObject({ Text: "'-wall", Thread: "1", Paragraph: "1", Passage: "wall", Note: hostile });
    expect(first).toMatchObject({ "Further passages": "window", Tags: "irony, =1", "Seen by": "the group" });
    expect(second).toMatchObject({ Author: "'=Ben", "Seen by": "not everyone", Edited: "1970-01-01T00:00:00.001Z" });
    expect(second).toMatchObject({ Address: "https://glossa.example/n/P", Answers: "https://glossa.example/n/N" });
  });
});
