import { describe, expect, it } from "vitest";
import type { QueueCard } from "#app/context/queue-card.ts";
import { offersOf } from "./card-verbs.ts";

type Case = readonly [string, QueueCard["status"], QueueCard["verbs"], readonly string[]];

const cases: readonly Case[] = [
  ["held", "held", ["publish", "hold", "remove", "spam", "revise"], ["A Publish", "X Remove", "E Ask to revise"]],
  [
    "published and reported",
    "published",
    ["publish", "hold", "hide", "remove", "spam", "revise", "redact"],
    ["A Leave as it is", "H Hide", "X Remove", "E Ask to revise"],
  ],
  ["hidden", "hidden", ["publish", "restore", "remove", "revise"], ["A Show again", "X Remove", "E Ask to revise"]],
  ["removed", "removed", ["restore", "spam"], ["A Show again"]],
  ["reported as a person", null, ["uphold", "dismiss"], ["A Leave as it is", "X The reports are right"]],
  ["only to be looked at", "published", [], []],
];

describe("offersOf", () => {
  it.each(cases)("what is %s", (_, status, verbs, expected) => {
    expect(offersOf({ status, verbs }).map(({ hint, label }) => `${hint} ${label}`)).toEqual(expected);
  });
});
