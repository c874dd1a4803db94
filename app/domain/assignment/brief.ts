/** Whether what a teacher set can be an assignment. */

import { isZone } from "../time/zoned.ts";
import { type Brief, MAX_INSTRUCTIONS, MAX_PROMPT, MAX_PROMPTS, MAX_TEXTS, MAX_TITLE } from "./assignment.ts";
import { MAX_POINTS } from "./grade.ts";
import { MAX_COUNT, MAX_REQUIREMENTS } from "./requirement.ts";

/** What can be wrong with a field. */
export type BriefProblem =
  | "missing"
  | "long"
  | "many"
  | "no-texts"
  | "order"
  | "zone"
  | "number"
  | "percent"
  | "not-among-texts"
  | "needs-time";

/** Problems by field, none where it can be set; `isPublished` asks for what students need. */
export function problemsOf(brief: Brief, isPublished: boolean): Readonly<Record<string, BriefProblem>> {
  const problems: Record<string, BriefProblem> = {};
  const say = (isWrong: boolean, field: string, problem: BriefProblem) => {
    if (isWrong) problems[field] ??= problem;
  };
  const { title, instructions, texts, prompts, requirements, times, late, scheme, reveal } = brief;
  say(title === "", "title", "missing");
  say([...title].length > MAX_TITLE, "title", "long");
  say([...instructions].length > MAX_INSTRUCTIONS, "instructions", "long");
  say(isPublished && texts.length === 0, "texts", "no-texts");
  say(texts.length > MAX_TEXTS, "texts", "many");
  say(prompts.length > MAX_PROMPTS, "prompts", "many");
  const isRead = new Set(texts.map(({ document }) => document));
  for (const { words, minWords, document } of prompts) {
    say([...words].length > MAX_PROMPT, "prompts", "long");
    say(!isCount(minWords, 0), "prompts", "number");
    say(document !== null && !isRead.has(document), "prompts", "not-among-texts");
  }
  say(requirements.length > MAX_REQUIREMENTS, "requirements", "many");
  for (const requirement of requirements) {
    say(!isCount(requirement.count, 1) || requirement.count > MAX_COUNT, "requirements", "number");
    say("minWords" in requirement && !isCount(requirement.minWords, 0), "requirements", "number");
  }
  say(!isZone(times.zone), "zone", "zone");
  const ordered = [times.opensAt, times.dueAt, times.closesAt].filter((at) => at !== null);
  say(
    ordered.some((at, i) => at < (ordered[i - 1] ?? at)),
    "dueAt",
    "order",
  );
  const { penalty } = late;
  say(penalty.kind !== "none" && !isPercent(penalty.percent), "late", "percent");
  say(penalty.kind === "per-day" && !isPercent(penalty.most), "late", "percent");
  say(!isCount(late.grace, 0), "late", "number");
  say(scheme.kind === "points" && !(scheme.points > 0 && scheme.points <= MAX_POINTS), "points", "number");
  say(reveal.kind === "after" && !(isCount(reveal.posts, 1) && reveal.posts <= MAX_COUNT), "reveal", "number");
  say(reveal.kind === "at" && !Number.isFinite(reveal.time), "reveal", "needs-time");
  return problems;
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function isPercent(value: number): boolean {
  return value >= 0 && value <= 100;
}
