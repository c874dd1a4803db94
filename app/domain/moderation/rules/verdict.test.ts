/** Promise: the strictest of all hits and policies decides, staff are neither held nor refused, and every hit is kept. */
import { describe, expect, it } from "vitest";
import type { Waiting } from "./hold-policy.ts";
import { failureOf, type Hit, hitOf, type RuleAction } from "./rule.ts";
import { sampleRule } from "./sample-rule.ts";
import { verdictOf } from "./verdict.ts";

const hit = (action: RuleAction, over: Partial<Hit> = {}): Hit => ({
  ...hitOf(sampleRule({ kind: "length", least: 1, most: 2 }, { id: action, action }), []),
  ...over,
});
const none: Waiting = { kind: "none" };
const approval: Waiting = { kind: "approval", policy: "p", scope: "group", until: null, reason: "" };
const [tag, nudge, hold, refuse] = [hit("tag"), hit("nudge"), hit("hold"), hit("refuse")];
const nudgeThenHold = hit("nudge", { thenHold: true });

describe.each([
  // hits, policy, member, member's second try, staff, staff's second try
  ["nothing", [], none, "published", "published", "published", "published"],
  ["a tag", [tag], none, "published", "published", "published", "published"],
  ["a nudge", [nudge], none, "nudged", "published", "nudged", "published"],
  ["a nudge that then holds", [nudgeThenHold], none, "nudged", "held", "nudged", "published"],
  ["a hold", [hold], none, "held", "held", "published", "published"],
  ["a refusal", [refuse], none, "refused", "refused", "published", "published"],
  ["all of them", [tag, nudge, hold, refuse], none, "refused", "refused", "nudged", "published"],
  ["a nudge and a hold", [hold, nudge], none, "nudged", "held", "nudged", "published"],
  ["a policy", [], approval, "held", "held", "published", "published"],
  ["a tag under a policy", [tag], approval, "held", "held", "published", "published"],
  ["a nudge under a policy", [nudge], approval, "nudged", "held", "nudged", "published"],
  ["a refusal under a policy", [refuse], approval, "refused", "refused", "published", "published"],
  [
    "a check that failed",
    [failureOf(sampleRule({ kind: "length", least: 1, most: 2 }), "hold")],
    none,
    "held",
    "held",
    "published",
    "published",
  ],
  [
    "one that may fail",
    [failureOf(sampleRule({ kind: "length", least: 1, most: 2 }), "allow")],
    none,
    "published",
    "published",
    "published",
    "published",
  ],
] as const)("%s", (_, hits, waiting, member, again, staff, staffAgain) => {
  it.each([
    ["a member", { isStaff: false, wasNudged: false }, member],
    ["a member's second try", { isStaff: false, wasNudged: true }, again],
    ["staff", { isStaff: true, wasNudged: false }, staff],
    ["staff's second try", { isStaff: true, wasNudged: true }, staffAgain],
  ])("%s", (_who, who, kind) => {
    for (const order of [hits, hits.toReversed()]) {
      expect(verdictOf({ hits: order, waiting, ...who })).toMatchObject({ kind, hits: order });
    }
  });
});

it.each([
  ["one that passes", [hit("refuse", { retryAfter: 50 })], 50],
  ["two that pass", [hit("refuse", { retryAfter: 50 }), hit("refuse", { retryAfter: 70 })], 70],
  ["one that does not", [hit("refuse", { retryAfter: 50 }), refuse], null],
])("a refusal names when it will have passed: %s", (_, hits, retryAfter) => {
  expect(verdictOf({ hits, waiting: none, isStaff: false, wasNudged: false }).retryAfter).toBe(retryAfter);
});
