/** Canned answers: words with gaps that are filled in when they are sent. */
import type { Reason } from "./reason.ts";

export const answerKinds = ["remove", "revise", "warn", "suspend", "reply", "appeal"] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What can stand between braces: whom it is to, the rule that it cites, and an address. */
export const answerVariables = ["author", "rule", "link"] as const;
export type AnswerVariable = (typeof answerVariables)[number];

export type AnswerValues = Readonly<Record<AnswerVariable, string>>;

/** Code points of its title and of its words. */
export const MAX_ANSWER_TITLE = 80;
export const MAX_ANSWER_WORDS = 2_000;

/** Answers of one group. */
export const MOST_ANSWERS = 100;

const gap = /\{([^{}]*)\}/gu;

/** Names between braces that stand for nothing, each once; empty where all is well. */
export function unknownVariables(template: string): readonly string[] {
  const named = [...template.matchAll(gap)].map(([, name = ""]) => name.trim());
  return [...new Set(named.filter((name) => !isVariable(name)))];
}

/**
 * The words with every gap filled; null where one stands for nothing, so that no brace is ever sent. Values are one line
 * of plain text: line breaks become spaces, and control and direction characters go. With `isMarkup`, for words that are
 * written in the notes' markup, signs in a value are escaped, so that a name cannot become a link.
 */
export function fillAnswer(template: string, values: AnswerValues, { isMarkup = false } = {}): string | null {
  if (unknownVariables(template).length > 0) return null;
  return template.replace(gap, (_, name: string) => {
    const variable = name.trim();
    const value = isVariable(variable) ? plain(values[variable]) : "";
    return isMarkup && variable !== "link" ? escaped(value) : value;
  });
}

/** The answers that fit a decision for that reason: those made for it first, then those for any reason; often used ones first. */
export function suggestedAnswers<A extends { kind: AnswerKind; reasons: readonly Reason[]; uses: number }>(
  answers: readonly A[],
  { kind, reason }: { readonly kind: AnswerKind; readonly reason: Reason | null },
): readonly A[] {
  const rankOf = (answer: A) => (reason !== null && answer.reasons.includes(reason) ? 0 : 1);
  return answers
    .filter(
      (answer) => answer.kind === kind && (answer.reasons.length === 0 || rankOf(answer) === 0 || reason === null),
    )
    .sort((a, b) => rankOf(a) - rankOf(b) || b.uses - a.uses);
}

function isVariable(name: string): name is AnswerVariable {
  return answerVariables.some((known) => known === name);
}

function plain(value: string): string {
  return value
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim();
}

function escaped(value: string): string {
  return value.replace(/[\\`*_~[\]()<>#$@!|:-]/gu, "\\$&");
}
