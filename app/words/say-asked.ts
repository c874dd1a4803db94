import type { AskedLine } from "#app/domain/assignment/asked.ts";
import type { Requirement } from "#app/domain/assignment/requirement.ts";
import { assignmentWords } from "./assignments.ts";

const words = assignmentWords.own;

/** What is asked, with how much of it is there. */
export function sayAsked(line: AskedLine, have: number): string {
  return line.kind === "prompt" ? line.words : sayRequirement(line.requirement, have);
}

/** What is asked, by itself: for a list of what was set. */
export function sayWanted(line: AskedLine): string {
  if (line.kind === "prompt") return line.words;
  const { requirement } = line;
  const { wanted } = words;
  switch (requirement.kind) {
    case "notes":
    case "replies":
      return wanted[requirement.kind](requirement.count, requirement.minWords);
    case "tag":
      return wanted.tag(requirement.count, requirement.tag);
    case "of-kind":
      return wanted["of-kind"](requirement.count, sayKind(requirement.of));
    default:
      return wanted[requirement.kind](requirement.count);
  }
}

/** What is counted, with how much of it is there. */
export function sayRequirement(requirement: Requirement, have: number): string {
  const shown = Math.min(have, requirement.count);
  switch (requirement.kind) {
    case "notes":
    case "replies":
      return words.requirement[requirement.kind](shown, requirement.count, requirement.minWords);
    case "tag":
      return words.requirement.tag(shown, requirement.count, requirement.tag);
    case "of-kind":
      return words.requirement["of-kind"](shown, requirement.count, sayKind(requirement.of));
    default:
      return words.requirement[requirement.kind](shown, requirement.count);
  }
}

function sayKind(kind: string): string {
  const kinds: Readonly<Record<string, string>> = words.kinds;
  return kinds[kind] ?? words.ownKind;
}
