import { describe, expect, it } from "vitest";
import type { ReadingPage } from "#app/context/reading.ts";
import { blockText } from "./block-text.ts";
import { commandFromForm, commandFromJson } from "./command-input.ts";

const html =
  '<header><h1 id="b-1" data-block="1" data-start="0">Walls</h1></header>' +
  '<p id="b-2" data-block="2" data-start="6" data-number="1">A <em>wall</em> &#x26; a<br>window &lt;3</p>';
const page = {
  document: { id: "D" },
  revision: { id: "R", n: 1 },
  blocks: [
    { n: 1, number: null, kind: "title", level: null, start: 0, end: 5 },
    { n: 2, number: 1, kind: "paragraph", level: null, start: 6, end: 25 },
  ],
} as unknown as ReadingPage;

describe("blockText", () => {
  it.each([
    [1, "Walls"],
    [2, "A wall & a\nwindow <3"],
    [3, null],
  ])("block %i", (n, expected) => {
    expect(blockText(html, n)).toBe(expected);
  });
});

describe("commandFromForm", () => {
  const run = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return commandFromForm(form, { page, html, newId: () => "N" });
  };

  it.each([
    [
      "on the whole text",
      { body: "Hm" },
      { verb: "publish", motivation: "commenting", placement: "everyone", target: null },
    ],
    [
      "a private question",
      { body: "?", question: "yes", private: "yes" },
      { motivation: "questioning", placement: "me" },
    ],
    [
      "a reply",
      { verb: "reply", parent: "P", body: "Yes" },
      { verb: "reply", parent: "P", body: "Yes", id: "N", document: "D", nudged: true },
    ],
    [
      "an edit of the version that the page showed",
      { verb: "edit", id: "A", version: "3", body: "Better" },
      { verb: "edit", id: "A", document: "D", version: 3, body: "Better", nudged: true },
    ],
    ["a deletion", { verb: "delete", id: "A" }, { verb: "delete", id: "A", document: "D" }],
    [
      "a private reply",
      { verb: "reply", parent: "P", body: "Yes", privately: "yes" },
      { verb: "reply", parent: "P", privately: true },
    ],
    [
      "a signal, and taking it back",
      { verb: "react", id: "A", reaction: "agree", on: "" },
      { verb: "react", id: "A", reaction: "agree", on: false },
    ],
    ["an answer", { verb: "answer", id: "A", by: "R" }, { verb: "answer", id: "A", by: "R" }],
    ["an answer by no reply", { verb: "answer", id: "A", by: "" }, { verb: "answer", id: "A", by: null }],
    ["a question again", { verb: "reopen", id: "A" }, { verb: "reopen", id: "A", document: "D" }],
    ["kind and tags", { body: "Hm", kind: "evidence", tags: "a, b" }, { kind: "evidence", tags: ["a", " b"] }],
    ["a hiding", { verb: "hide", id: "A" }, { verb: "hide", id: "A", document: "D" }],
  ])("%s", (_, fields, expected) => {
    expect(run(fields)).toMatchObject(expected);
  });

  it("on a paragraph quotes all of it", () => {
    const command = run({ number: "1", body: "Hm" });
    expect(command).toMatchObject({
      target: { source: "R", selector: [{ start: 6, end: 26 }, { exact: "A wall & a\nwindow <3" }] },
    });
  });

  it("says so when there is no such paragraph", () => {
    expect(() => run({ number: "7", body: "Hm" })).toThrow(/no paragraph/);
  });
});

describe("commandFromJson", () => {
  it.each([[null], ["text"], [{ document: "other" }], [[]]])("refuses %j", (body) => {
    expect(() => commandFromJson(body, "D")).toThrow(/could not be read/);
  });
});
