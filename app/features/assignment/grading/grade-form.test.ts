import { expect, it } from "vitest";
import { gradeForm, gradeOf } from "./grade-form.ts";

function given(fields: readonly (readonly [string, string])[]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return gradeOf(gradeForm.parse(Object.fromEntries(form)), form, "m");
}

it("reads points with comma or point, and none for an empty field", () => {
  const points = (typed: string) =>
    given([
      ["version", "0"],
      ["points", typed],
    ]).points;
  expect([points("7,5"), points("7.5"), points(" "), points("0")]).toEqual([7.5, 7.5, null, 0]);
  expect(points("seven")).toBeNaN();
});

it("gathers levels and phrases by their fields", () => {
  const fields = [
    ["version", "3"],
    ["level-a", "high"],
    ["level-b", ""],
    ["phrase", "x"],
    ["phrase", "y"],
  ] as const;
  expect(given(fields)).toMatchObject({ version: 3, levels: { a: "high" }, phrases: ["x", "y"], marking: "own" });
  expect(
    given([
      ["version", "0"],
      ["isExcused", "on"],
      ["marking", "final"],
    ]),
  ).toMatchObject({
    ...{ isExcused: true, marking: "final", levels: {}, phrases: [] },
  });
});
