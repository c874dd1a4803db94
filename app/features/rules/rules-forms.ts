/** What the forms of the rules page carry. The service checks it; here it only gets its shape. */
import { z } from "zod";
import { holdScopes } from "#app/domain/moderation/rules/hold-policy.ts";
import { fallbacks, type RuleTest, ruleActions } from "#app/domain/moderation/rules/rule.ts";
import { ticked } from "#app/ui/ticked.ts";

const words = z.string().default("");
const lines = words.transform((text) => text.split(/\r?\n/u));
/** What is no number is none, and the service says so. */
const number = z.coerce.number().catch(-1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const tests = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("words"), words: lines }),
  z.object({ kind: z.literal("expressions"), expressions: lines, whenItFails: z.enum(fallbacks).catch("hold") }),
  z.object({ kind: z.literal("links"), denied: lines, allowed: lines, others: ticked, onlyNew: ticked }),
  z
    .object({ kind: z.literal("repetition"), last: number, inGroup: ticked, alike: number })
    .transform((test) => ({ ...test, alike: test.alike / 100 })),
  z
    .object({ kind: z.literal("rate"), notes: number, minutes: number })
    .transform(({ kind, notes, minutes }) => ({ kind, notes, within: minutes * MINUTE })),
  z.object({ kind: z.literal("length"), least: number, most: number }),
  z
    .object({ kind: z.literal("first-posts"), notes: number, days: number })
    .transform(({ kind, notes, days }) => ({ kind, notes, aged: days * DAY })),
]);

/** A rule with the fields of its kind; an empty id is a new one. */
export const ruleForm = z
  .looseObject({ rule: words, name: words, action: z.enum(ruleActions).catch("hold"), thenHold: ticked })
  .transform((typed, context) => {
    const test = tests.safeParse(typed);
    if (!test.success) {
      for (const { path, message } of test.error.issues) context.addIssue({ code: "custom", path, message });
      return z.NEVER;
    }
    const { rule, name, action, thenHold } = typed;
    return { rule: rule === "" ? null : rule, input: { name, action, thenHold, test: test.data satisfies RuleTest } };
  });

export const oneRuleForm = z.object({ rule: words });

/** The id in an address of a note, or what was typed. */
const threadId = words.transform((typed) => /([0-9A-HJKMNP-TV-Z]{26})\s*$/u.exec(typed)?.[1] ?? typed);

/** A policy lasts to the end of the day that was chosen. */
export const policyForm = z
  .object({
    kind: z.enum(["newcomers", "approval"]),
    scope: z.enum(holdScopes),
    document: words,
    member: words,
    thread: threadId,
    notes: number.default(3),
    days: number.default(7),
    until: words.transform((typed) => (typed === "" ? null : Date.parse(`${typed}T00:00Z`) + DAY)),
    reason: words,
  })
  .transform(({ document, member, thread, days, ...rest }) => {
    const subjects = { group: "", document, member, thread, assignment: "" };
    return { ...rest, subject: subjects[rest.scope], aged: days * DAY };
  });

export const endPolicyForm = z.object({ policy: words });

export const checkForm = z.object({
  url: words,
  isOn: ticked,
  timeLimit: number,
  whenItFails: z.enum(fallbacks).catch("hold"),
});

export const noFields = z.object({});
