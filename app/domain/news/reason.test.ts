import { describe, expect, it } from "vitest";
import type { NewsKind } from "./news.ts";
import { isSilenced, isStronger, type NewsFacts, reasonOf } from "./reason.ts";

type Case = readonly [name: string, facts: Given, reason: NewsKind | null];
type Given = Partial<Omit<NewsFacts, "levels">> & { readonly levels?: Partial<NewsFacts["levels"]> };

const nothing = { thread: null, document: null, group: null, member: null };

const cases: readonly Case[] = [
  ["nothing said", {}, null],
  ["a reply in a thread that is followed", { isReply: true, levels: { thread: "follow" } }, "reply"],
  ["a reply elsewhere", { isReply: true }, null],
  ["in a text that is followed", { levels: { document: "follow" } }, "note"],
  ["in a group that is followed", { levels: { group: "follow" } }, "note"],
  ["by a person who is followed", { levels: { member: "follow" } }, "note"],
  ["a muted text in a followed group", { levels: { group: "follow", document: "mute" } }, null],
  ["a followed text in a muted group", { levels: { group: "mute", document: "follow" } }, "note"],
  ["a muted thread in a followed text", { isReply: true, levels: { thread: "mute", document: "follow" } }, null],
  ["a followed person in a muted text", { levels: { member: "follow", document: "mute" } }, null],
  ["named", { isNamed: true }, "mention"],
  ["named in a muted thread", { isNamed: true, isReply: true, levels: { thread: "mute" } }, "mention"],
  ["named by a muted person", { isNamed: true, levels: { member: "mute" } }, null],
  ["a muted person in a followed thread", { isReply: true, levels: { member: "mute", thread: "follow" } }, null],
  ["a private reply", { isAddressed: true, isReply: true }, "private"],
  ["a private reply by a muted person", { isAddressed: true, levels: { member: "mute", thread: "mute" } }, "private"],
];

describe("the reason to tell a member of a note", () => {
  it.each(cases)("%s", (_, { levels, ...facts }, reason) => {
    const none = { isAddressed: false, isNamed: false, isReply: false };
    expect(reasonOf({ ...none, ...facts, levels: { ...nothing, ...levels } })).toBe(reason);
  });

  it.each<[NewsKind, Partial<NewsFacts["levels"]>, boolean]>([
    ["reply", { thread: "mute" }, true],
    ["reply", { thread: "follow", group: "mute" }, false],
    ["note", { group: "mute" }, true],
    ["note", { member: "mute" }, true],
    ["mention", { member: "mute" }, true],
    ["mention", { thread: "mute", group: "mute" }, false],
    ["private", { member: "mute" }, false],
    ["answered", { thread: "mute", member: "mute" }, false],
    ["reply", {}, false],
  ])("for %s with %j holds no longer: %s", (kind, levels, silenced) => {
    expect(isSilenced(kind, { isReply: kind === "reply", levels: { ...nothing, ...levels } })).toBe(silenced);
  });

  it("is stronger the more it is meant for the member", () => {
    expect(isStronger("mention", "reply")).toBe(true);
    expect(isStronger("note", "reply")).toBe(false);
    expect(isStronger("reply", "reply")).toBe(false);
  });
});
