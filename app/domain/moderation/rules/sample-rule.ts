/** Rules for tests, with defaults that a test does not care about. */
import type { Rule, RuleTest } from "./rule.ts";

/** A rule with that test; it holds unless told otherwise. */
export function sampleRule(test: RuleTest, over: Partial<Rule> = {}): Rule {
  return { id: test.kind, version: 1, name: test.kind, action: "hold", thenHold: false, test, ...over };
}
