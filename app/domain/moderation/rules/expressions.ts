/** Expressions of a group: what is checked before one is kept. They never run where others wait; see the worker. */
import { LONGEST_EXPRESSION } from "./rule.ts";

export type ExpressionTrouble = "empty" | "long" | "syntax";

/** How expressions are read. `u` also refuses what older syntax lets pass by accident. */
export const EXPRESSION_FLAGS = "iu";

/** What is wrong with an expression as it was typed, or null. It is parsed, not run. */
export function troubleOf(source: string): ExpressionTrouble | null {
  if (source.trim() === "") return "empty";
  if (source.length > LONGEST_EXPRESSION) return "long";
  try {
    new RegExp(source, EXPRESSION_FLAGS);
    return null;
  } catch {
    return "syntax";
  }
}
