import { describe, expect, it } from "vitest";
import { type Looking, matches } from "./matches.ts";
import { sampleRow } from "./queue-row-sample.ts";

const somebody = { id: "ana", name: "Ana", pronouns: "", hue: 1, picture: null } as const;
const me = { ...somebody, id: "me" };
const claimed = (isMine: boolean) => ({ by: isMine ? me : somebody, until: 900, isMine });
const look = (changed: Partial<Looking>): Looking => ({
  view: "open",
  filters: {},
  viewer: "me",
  now: 500,
  ...changed,
});

describe("matches", () => {
  it.each([
    ["open", {}, { view: "open" }, true],
    ["decided", { state: "done" }, { view: "open" }, false],
    ["decided", { state: "done" }, { view: "done" }, true],
    ["reported", {}, { view: "reported" }, true],
    ["reported", {}, { view: "rule" }, false],
    ["waiting for approval", { kinds: ["policy"] }, { view: "pending" }, true],
    ["a newcomer's", { kinds: ["newcomer"] }, { view: "new-members" }, true],
    ["an appeal", { target: { kind: "appeal", id: "P" } }, { view: "appeals" }, true],
    ["due later", { dueAt: 501 }, { view: "overdue" }, false],
    ["due before", { dueAt: 499 }, { view: "overdue" }, true],
    ["nobody's", {}, { view: "needs-me" }, true],
    ["held by another", { claim: claimed(false) }, { view: "needs-me" }, false],
    ["held by me", { claim: claimed(true) }, { view: "needs-me" }, true],
    ["given to another", { assignedTo: somebody }, { view: "needs-me" }, false],
    ["given to me", { assignedTo: me }, { view: "needs-me" }, true],
    ["of that text", {}, { filters: { document: "D" } }, true],
    ["of another text", {}, { filters: { document: "E" } }, false],
    ["by that person", {}, { filters: { author: "author" } }, true],
    ["for that reason", {}, { filters: { reason: "attack" } }, true],
    ["for another reason", {}, { filters: { reason: "spam" } }, false],
    ["in another language", {}, { filters: { language: "de" } }, false],
    ["free", {}, { filters: { claim: "free" } }, true],
    ["free", {}, { filters: { claim: "mine" } }, false],
    ["given to nobody", {}, { filters: { assigned: "nobody" } }, true],
    ["not passed on", {}, { filters: { escalated: true } }, false],
    ["young", { openedAt: 400 }, { filters: { olderThan: 200 } }, false],
    ["old", { openedAt: 200 }, { filters: { olderThan: 200 } }, true],
  ] as const)("%s: %j in %j is %s", (_, changed, looking, expected) => {
    expect(matches(sampleRow("a", changed), look(looking))).toBe(expected);
  });
});
