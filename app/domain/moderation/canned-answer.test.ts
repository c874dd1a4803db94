import { describe, expect, it } from "vitest";
import { fillAnswer, suggestedAnswers, unknownVariables } from "./canned-answer.ts";

const values = { author: "Ada", rule: "Rule 2: Be kind", link: "https://glossa.example/n/1" };

describe("filling", () => {
  it.each([
    ["Dear {author}, see {rule}.", "Dear Ada, see Rule 2: Be kind."],
    ["{ author }", "Ada"],
    ["no gap", "no gap"],
    ["{link}{link}", `${values.link}${values.link}`],
  ])("%s", (template, wanted) => {
    expect(fillAnswer(template, values)).toBe(wanted);
  });

  it.each([
    ["{name}", ["name"]],
    ["{author} {x} {x} {Author}", ["x", "Author"]],
    ["{}", [""]],
    ["{author", []],
  ])("%s has unknown %j, and is never sent with one", (template, unknown) => {
    expect(unknownVariables(template)).toEqual(unknown);
    expect(fillAnswer(template, values) === null).toBe(unknown.length > 0);
  });

  it("takes a value as it is: no second filling, no new line, nothing that turns the reading direction", () => {
    expect(fillAnswer("{author}", { ...values, author: "{link}\n\u202Eevil" })).toBe("{link} evil");
    expect(fillAnswer("{author}", { ...values, author: "$& $1" })).toBe("$& $1");
  });

  it("makes a value plain text within the markup of notes", () => {
    const author = "[Ada](https://evil.example) *bold* `code`";
    const filled = fillAnswer("{author}", { ...values, author }, { isMarkup: true }) ?? "";
    expect(filled).toBe("\\[Ada\\]\\(https\\://evil.example\\) \\*bold\\* \\`code\\`");
  });
});

it("suggests what was made for the reason first, then what is for any, by use", () => {
  const answer = (id: string, reasons: ("spam" | "hate")[], uses: number, kind: "remove" | "warn" = "remove") => ({
    ...{ id, reasons, uses, kind },
  });
  const all = [
    answer("any", [], 9),
    answer("spam", ["spam"], 1),
    answer("hate", ["hate"], 5),
    answer("warn", [], 1, "warn"),
  ];
  const ids = (reason: "spam" | null) => suggestedAnswers(all, { kind: "remove", reason }).map(({ id }) => id);
  expect(ids("spam")).toEqual(["spam", "any"]);
  expect(ids(null)).toEqual(["any", "hate", "spam"]);
});
