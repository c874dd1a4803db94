import { describe, expect, it } from "vitest";
import { seenFromForm, seenToForm } from "./seen-form.ts";

function formOf(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("the form of what was seen", () => {
  it("brings threads and moments over", () => {
    const threads = [
      { root: "A", at: 12 },
      { root: "B", at: 7 },
    ];
    expect(seenFromForm(formOf(seenToForm(threads)))).toEqual({ block: null, threads, isPlain: false });
  });

  it.each([
    ["everything", { all: "yes" }, { block: null, threads: "all", isPlain: false }],
    ["everything, by a plain button", { all: "plain" }, { block: null, threads: "all", isPlain: true }],
    ["a place", { block: "3" }, { block: 3, threads: null, isPlain: false }],
    ["nonsense for a moment", { thread: "A" }, { threads: [{ root: "A", at: Number.NaN }] }],
    ["nothing", {}, { block: 0, threads: null }],
  ])("%s", (_, fields, expected) => {
    expect(seenFromForm(formOf(new URLSearchParams(fields)))).toMatchObject(expected);
  });
});
