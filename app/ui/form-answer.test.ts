import { describe, expect, it } from "vitest";
import { type FormAnswer, typedRows, typedTick } from "./form-answer.ts";

const cameBack = (values: Readonly<Record<string, string>>): FormAnswer => ({
  ...{ ok: false, sentence: "", fields: {}, values },
});

describe("what was typed", () => {
  it.each([
    ["nothing came back", undefined, true, true],
    ["it came back ticked", cameBack({ box: "on" }), false, true],
    ["it came back without a tick", cameBack({}), true, false],
  ])("is a tick where %s", (_, answer, initial, expected) => {
    expect(typedTick(answer, "box", initial)).toBe(expected);
  });

  it.each([
    ["those that there are, and room", undefined, 3],
    ["those that were typed in, also behind an empty one, and room", cameBack({ "row-2": "a", "row-4": "b" }), 6],
    ["what is only white space is empty", cameBack({ "row-3": "  " }), 3],
    ["no more than can be", cameBack({ "row-7": "a" }), 8],
    ["one more where room was asked for", cameBack({ intent: "room", rows: "5" }), 6],
    ["as many as before where it was not", cameBack({ intent: "save", rows: "5" }), 3],
  ])("shows as many rows: %s", (_, answer, expected) => {
    expect(typedRows(answer, { nameOf: (row) => `row-${row}`, there: 2, room: 1, most: 8, shown: "rows" })).toBe(
      expected,
    );
  });
});
