/** Whether what a teacher set can be an assignment. */

import { MAX_TAGS } from "../annotation/annotation.ts";
import { isLongTag } from "../annotation/tag.ts";
import { isZone } from "../time/zoned.ts";
import {
  type Brief,
  MAX_INSTRUCTIONS,
  MAX_PASSAGES,
  MAX_PROMPT,
  MAX_PROMPTS,
  MAX_TEXTS,
  MAX_TITLE,
} from "./assignment.ts";
import { type Criterion, MAX_CRITERIA, MAX_LEVELS, MAX_POINTS } from "./grade.ts";
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
  | "needs-time"
  | "rubric"
  | "tenths"
  | "tag";

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
  say(
    texts.some(({ passages }) => passages.length > MAX_PASSAGES),
    "texts",
    "many",
  );
  for (const { words, minWords, document, tags } of prompts) {
    say(tags.length > MAX_TAGS || tags.some(isLongTag), "prompts", "long");
    say([...words].length > MAX_PROMPT, "prompts", "long");
    say(!isCount(minWords, 0), "prompts", "number");
    say(document !== null && !isRead.has(document), "prompts", "not-among-texts");
  }
  say(requirements.length > MAX_REQUIREMENTS, "requirements", "many");
  for (const requirement of requirements) {
    say(!isCount(requirement.count, 1) || requirement.count > MAX_COUNT, "requirements", "number");
    say(requirement.kind === "coverage" && requirement.count > 10, "requirements", "tenths");
    say(requirement.kind === "tag" && (requirement.tag === "" || isLongTag(requirement.tag)), "requirements", "tag");
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
  say(scheme.kind === "points" && !isRubric(scheme.rubric), "rubric", "rubric");
  say(reveal.kind === "after" && !(isCount(reveal.posts, 1) && reveal.posts <= MAX_COUNT), "reveal", "number");
  say(reveal.kind === "at" && !Number.isFinite(reveal.time), "reveal", "needs-time");
  return problems;
}

/** Empty, or criteria with names, and levels with names of which one is worth something. */
function isRubric(rubric: readonly Criterion[]): boolean {
  return (
    rubric.length <= MAX_CRITERIA &&
    rubric.every(
      ({ title, levels }) =>
        title !== "" &&
        levels.length <= MAX_LEVELS &&
        levels.every((level) => level.title !== "" && level.points >= 0 && level.points <= MAX_POINTS) &&
        levels.some(({ points }) => points > 0),
    )
  );
}

function isCount(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function isPercent(value: number): boolean {
  return value >= 0 && value <= 100;
}
