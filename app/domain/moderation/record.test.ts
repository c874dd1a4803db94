import { describe, expect, it } from "vitest";
import { canonical } from "./record.ts";

describe("canonical JSON", () => {
  it.each([
    [{ b: 1, a: { d: null, c: "x" } }, '{"a":{"c":"x","d":null},"b":1}'],
    [[true, { b: 0.5 }], '[true,{"b":0.5}]'],
    ['a"\n', '"a\\"\\n"'],
  ])("of %j", (value, text) => {
    expect(canonical(value)).toBe(text);
  });
});
