import { describe, expect, it } from "vitest";
import { attachment, fileName } from "./file-name.ts";

describe("a file name", () => {
  it.each([
    ["stays as it is", "The Wall and the Window", "The Wall and the Window.csv"],
    ["loses what leads elsewhere", "../../etc/passwd", "etc passwd.csv"],
    ["loses what ends a header", 'a"\r\nSet-Cookie: b', "a Set-Cookie b.csv"],
    ["keeps other scripts", "البئر 井", "البئر 井.csv"],
    ["loses what turns a line around", "invoice\u202egpj.exe", "invoice gpj.exe.csv"],
    ["keeps whole characters", `${"𝒳".repeat(80)}`, `${"𝒳".repeat(60)}.csv`],
    ["has no half characters", "a\ud835b", "a b.csv"],
    ["is no device", "CON", "Notes.csv"],
    ["is no hidden file", "...", "Notes.csv"],
    ["is something", "\u0000\n", "Notes.csv"],
  ])("%s", (_, typed, name) => {
    expect(fileName(typed, "csv", "Notes")).toBe(name);
  });
});

describe("Content-Disposition", () => {
  it.each([
    ["plain", "Wall.md", `attachment; filename="Wall.md"; filename*=UTF-8''Wall.md`],
    ["accents", "Café.md", `attachment; filename="Cafe.md"; filename*=UTF-8''Caf%C3%A9.md`],
    ["no letter of ours", "井.md", `attachment; filename="_.md"; filename*=UTF-8''%E4%BA%95.md`],
    ["astral", "𝒳.md", `attachment; filename="X.md"; filename*=UTF-8''%F0%9D%92%B3.md`],
    [
      "marks of the header itself",
      "it's (a) *.md",
      `attachment; filename="it's (a) *.md"; filename*=UTF-8''it%27s%20%28a%29%20%2A.md`,
    ],
  ])("%s", (_, name, header) => {
    expect(attachment(name)).toBe(header);
    expect(() => new Headers({ "Content-Disposition": attachment(name) })).not.toThrow();
  });
});
