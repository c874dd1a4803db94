import { describe, expect, it } from "vitest";
import { isText, type Plan, planFor } from "./plan.ts";

const origin = "https://glossa.example";
const text = "/t/01ARZ3NDEKTSV4RRFFQ69G5FAV";

const cases: readonly (readonly [string, string, string, Plan["kind"]])[] = [
  ["GET", text, "navigate", "page"],
  ["GET", `${text}?note=01ARZ3NDEKTSV4RRFFQ69G5FAV`, "navigate", "page"],
  ["GET", "/kept", "navigate", "page"],
  ["GET", "/outbox", "navigate", "page"],
  ["GET", "/groups", "navigate", "elsewhere"],
  ["GET", "/", "navigate", "elsewhere"],
  ["GET", `${text}/p/3`, "navigate", "elsewhere"],
  ["GET", "/t/not-a-ulid", "navigate", "elsewhere"],
  ["GET", `${text}.data`, "cors", "pass"],
  ["GET", `${text}/seats`, "cors", "pass"],
  ["POST", `${text}/notes`, "cors", "pass"],
  ["POST", text, "navigate", "pass"],
  ["POST", "/sign-out", "navigate", "pass"],
  ["GET", "/assets/root-Bgj8UxC8.js", "cors", "asset"],
  ["GET", "/__manifest?version=93995d8b&p=%2Fgroups", "cors", "asset"],
  ["GET", "/pictures/abc.webp", "no-cors", "picture"],
  ["GET", "/healthz", "cors", "pass"],
  ["GET", "https://elsewhere.example/assets/a.js", "cors", "pass"],
];

describe("planFor", () => {
  it.each(cases)("%s %s (%s) is %s", (method, path, mode, kind) => {
    expect(planFor({ method, url: new URL(path, origin).href, mode }, origin).kind).toBe(kind);
  });

  it("keeps a text under one address, whatever is asked of its page", () => {
    const url = `${origin}${text}?from=50#note`;
    expect(planFor({ method: "GET", url, mode: "navigate" }, origin)).toEqual({ kind: "page", key: text });
  });
});

it.each([
  [text, true],
  ["/kept", false],
])("%s is a text: %s", (path, answer) => {
  expect(isText(path)).toBe(answer);
});
