/** Promise: of all policies that apply here and now the strictest wins, and its author learns for how long and why. */
import { describe, expect, it } from "vitest";
import { type HoldPolicy, waitingOf } from "./hold-policy.ts";

const place = { group: "g", document: "d", thread: "t", member: "m" };
const fresh = { approved: 0, unchallenged: [] };
const policy = (over: Partial<HoldPolicy>): HoldPolicy => ({
  ...{
    id: "p",
    kind: "approval",
    scope: "group",
    subject: "g",
    notes: 3,
    aged: 50,
    from: null,
    until: null,
    reason: "",
  },
  ...over,
});

describe("applies", () => {
  it.each([
    ["to its group", {}, true],
    ["not to another", { subject: "h" }, false],
    ["to its text", { scope: "document", subject: "d" }, true],
    ["to its thread", { scope: "thread", subject: "t" }, true],
    ["not to another thread", { scope: "thread", subject: "x" }, false],
    ["to its member", { scope: "member", subject: "m" }, true],
    ["from its beginning", { from: 100 }, true],
    ["not before", { from: 101 }, false],
    ["until its end", { until: 101 }, true],
    ["not after", { until: 100 }, false],
    ["not yet to assignments", { scope: "assignment", subject: "g" }, false],
  ] as const)("%s", (_, over, isHeld) => {
    expect(waitingOf([policy(over)], place, fresh, 100).kind !== "none").toBe(isHeld);
  });
  it("to a new thread only where it is not of a thread", () => {
    expect(waitingOf([policy({ scope: "thread", subject: "t" })], { ...place, thread: null }, fresh, 100).kind).toBe(
      "none",
    );
  });
});

describe("new members", () => {
  it.each([
    ["nothing settled", fresh, 3],
    ["one approved, one long there", { approved: 1, unchallenged: [50, 51] }, 1],
    ["enough", { approved: 2, unchallenged: [1] }, null],
  ])("%s", (_, history, left) => {
    const waiting = waitingOf([policy({ kind: "newcomers" })], place, history, 100);
    expect(waiting).toMatchObject(left === null ? { kind: "none" } : { kind: "newcomers", left });
  });
});

it("takes approval before newcomers, and of two approvals the one that lasts", () => {
  const short = policy({ scope: "member", subject: "m", until: 200, reason: "short" });
  const long = policy({ scope: "document", subject: "d", until: 300, reason: "long" });
  const newcomers = policy({ kind: "newcomers" });
  for (const policies of [
    [short, long, newcomers],
    [newcomers, long, short],
  ]) {
    expect(waitingOf(policies, place, fresh, 100)).toEqual({
      kind: "approval",
      policy: "p",
      scope: "document",
      until: 300,
      reason: "long",
    });
  }
  expect(waitingOf([long, policy({ reason: "for good" })], place, fresh, 100)).toMatchObject({ reason: "for good" });
});
