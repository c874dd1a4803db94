/** Promise: a page says of a cited thread what its reader may see of it in the margin, and nothing else. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { citedThreads } from "./cited.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});
afterEach(() => s.site.close());

const cited = (viewer: Viewer, ...notes: readonly string[]) =>
  citedThreads(s.site.read, { member: viewer.id, now: s.site.time.now }, notes);

it("says whose it is and how it begins, without marks, or the passage of a highlight", async () => {
  const long = await s.publish(s.ada, { body: `**Walls** ${"and walls ".repeat(20)}` });
  const mark = await s.publish(s.ben, { body: "", motivation: "highlighting" });
  expect(await cited(s.teacher, long, mark, long)).toEqual([
    { note: long, name: "Ada", words: "Walls and walls and walls and walls and walls and walls and…" },
    { note: mark, name: "Ben", words: "“wall”" },
  ]);
});

it("says nothing of what its reader does not see", async () => {
  const secret = await s.publish(s.ada, { body: "Secret", placement: "me" });
  const hidden = await s.publish(s.ada, { body: "Hidden" });
  const deleted = await s.publish(s.ada, { body: "Deleted" });
  const open = await s.publish(s.ada, { body: "Open" });
  await s.reply(s.ben, hidden);
  await s.act(s.teacher, "hide", hidden);
  await s.act(s.ada, "delete", deleted);
  const all = [secret, hidden, deleted, open, "01J00000000000000000000000"];
  expect((await cited(s.ben, ...all)).map(({ words }) => words)).toEqual(["Open"]);
  expect((await cited(s.ada, ...all)).map(({ words }) => words)).toContain("Secret");
  expect(await cited(s.stranger, ...all)).toEqual([]);
});
