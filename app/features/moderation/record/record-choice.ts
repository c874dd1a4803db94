/** What of the record is asked for, as its address says it. */
import type { RecordChoice } from "#app/context/record.ts";
import { reasons } from "#app/domain/moderation/reason.ts";
import { verbs } from "#app/domain/moderation/verb.ts";

/** Days are those of the viewer's calendar, read as UTC where nothing better is known. What is not understood is left out. */
export function recordChoiceOf(asked: URLSearchParams): RecordChoice {
  return {
    verb: verbs.find((verb) => verb === asked.get("verb")) ?? null,
    reason: reasons.find((reason) => reason === asked.get("reason")) ?? null,
    actor: /^[0-9A-HJKMNP-TV-Z]{26}$/u.test(asked.get("actor") ?? "") ? asked.get("actor") : null,
    from: dayOf(asked.get("from")),
    until: dayAfter(dayOf(asked.get("until"))),
    before: numberOf(asked.get("before")),
  };
}

/** True where something was asked for. */
export function isChosen({ before: _, ...choice }: RecordChoice): boolean {
  return Object.values(choice).some((value) => value !== null);
}

const DAY = 24 * 60 * 60 * 1000;

function dayOf(typed: string | null): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(typed ?? "")) return null;
  const moment = Date.parse(`${typed}T00:00:00Z`);
  return Number.isNaN(moment) ? null : moment;
}

function dayAfter(day: number | null): number | null {
  return day === null ? null : day + DAY;
}

function numberOf(typed: string | null): number | null {
  return /^\d{1,15}$/u.test(typed ?? "") ? Number(typed) : null;
}
