import { expect, it } from "vitest";
import type { InboxEntry } from "#app/context/news.ts";
import { groupEntries } from "./group-entries.ts";

const entry = (id: string, document: string, root: string): InboxEntry => ({
  ...{ id, root, note: id, kind: "reply", by: null, at: 0, isRead: false, quote: "", excerpt: "" },
  group: { id: "g", name: "Seminar" },
  document: { id: document, title: document, language: "", dir: "ltr" },
});

it("keeps texts and threads together, in the order of their newest entries", () => {
  const texts = groupEntries([entry("5", "b", "y"), entry("4", "a", "x"), entry("3", "b", "z"), entry("2", "b", "y")]);
  const shape = texts.map(({ document, threads }) => [
    document.id,
    threads.map(({ root, entries }) => `${root}:${entries.map(({ id }) => id).join("")}`).join(" "),
  ]);
  expect(shape).toEqual([
    ["b", "y:52 z:3"],
    ["a", "x:4"],
  ]);
});
