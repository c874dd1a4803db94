/** A rule as it was typed, made whole or refused with a sentence for each field. */
import { z } from "zod";
import type { RuleInput } from "#app/context/rules.ts";
import { MAX_BODY } from "#app/domain/annotation/annotation.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { troubleOf } from "#app/domain/moderation/rules/expressions.ts";
import { hostOf } from "#app/domain/moderation/rules/hosts.ts";
import {
  fallbacks,
  LONGEST_WORD,
  MOST_EXPRESSIONS,
  MOST_HOSTS,
  MOST_WORDS,
  type RuleTest,
  ruleActions,
} from "#app/domain/moderation/rules/rule.ts";
import { Problem } from "#app/domain/problem.ts";
import { rulesWords } from "#app/words/rules.ts";

const words = rulesWords.form.problems;

const DAY = 24 * 60 * 60 * 1000;
/** Code points of a rule's name. */
const MAX_NAME = 80;

const lines = z.array(z.string()).readonly();
const shape = z.object({
  name: z.string(),
  action: z.enum(ruleActions),
  thenHold: z.boolean(),
  test: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("words"), words: lines }),
    z.object({ kind: z.literal("expressions"), expressions: lines, whenItFails: z.enum(fallbacks) }),
    z.object({ kind: z.literal("links"), denied: lines, allowed: lines, others: z.boolean(), onlyNew: z.boolean() }),
    z.object({
      kind: z.literal("repetition"),
      last: z.int().min(1).max(50),
      inGroup: z.boolean(),
      alike: z.number().min(0.5).max(1),
    }),
    z.object({ kind: z.literal("rate"), notes: z.int().min(1).max(200), within: z.int().min(1_000).max(DAY) }),
    z.object({ kind: z.literal("length"), least: z.int().min(0).max(MAX_BODY), most: z.int().min(1).max(MAX_BODY) }),
    z.object({
      kind: z.literal("first-posts"),
      notes: z.int().min(1).max(50),
      aged: z
        .int()
        .min(0)
        .max(365 * DAY),
    }),
  ]),
});

/** Throws Problem("invalid") with the fields. */
export function ruleFrom(input: RuleInput): RuleInput {
  const parsed = shape.safeParse(input);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => [String(path.at(-1)), words.number] as const);
    throw new Problem("invalid", words.check, { fields: Object.fromEntries(fields), cause: parsed.error });
  }
  const name = tidyName(parsed.data.name);
  if (name === "" || [...name].length > MAX_NAME) throw invalid("name", words.name(MAX_NAME));
  return { ...parsed.data, name, test: testFrom(parsed.data.test) };
}

function testFrom(test: RuleTest): RuleTest {
  switch (test.kind) {
    case "words": {
      const list = tidied(test.words);
      if (list.length === 0) throw invalid("words", words.noWords);
      if (list.length > MOST_WORDS) throw invalid("words", words.manyWords(MOST_WORDS));
      const long = list.find((word) => word.length > LONGEST_WORD);
      if (long !== undefined) throw invalid("words", words.longWord(long.slice(0, 20)));
      return { ...test, words: list };
    }
    case "expressions": {
      const expressions = tidied(test.expressions);
      if (expressions.length === 0) throw invalid("expressions", words.noExpressions);
      if (expressions.length > MOST_EXPRESSIONS) {
        throw invalid("expressions", words.manyExpressions(MOST_EXPRESSIONS));
      }
      const wrong = expressions.findIndex((source) => troubleOf(source) !== null);
      if (wrong !== -1) throw invalid("expressions", words.expression(wrong + 1));
      return { ...test, expressions };
    }
    case "links": {
      const [denied, allowed] = [hostsFrom("denied", test.denied), hostsFrom("allowed", test.allowed)];
      if (denied.length === 0 && !test.others) throw invalid("denied", words.noHosts);
      return { ...test, denied, allowed };
    }
    case "length":
      if (test.least > test.most) throw invalid("least", words.number);
      return test;
    default:
      return test;
  }
}

function hostsFrom(field: string, typed: readonly string[]): readonly string[] {
  const entries = tidied(typed);
  if (entries.length > MOST_HOSTS) throw invalid(field, words.manyHosts(MOST_HOSTS));
  return entries.map((entry) => {
    const host = hostOf(entry);
    if (host === null) throw invalid(field, words.host(entry.slice(0, 40)));
    return host;
  });
}

/** Without blank lines and doubles, in their order. */
function tidied(list: readonly string[]): readonly string[] {
  return [...new Set(list.map((line) => line.trim()).filter((line) => line !== ""))];
}

function invalid(field: string, sentence: string): Problem {
  return new Problem("invalid", sentence, { fields: { [field]: sentence } });
}
