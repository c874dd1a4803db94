/** The times of an assignment on other days, and what a group begins its assignments with. */
import { daysLater, offsetAt } from "../time/zoned.ts";
import type { Brief } from "./assignment.ts";
import { noTimes, type Times } from "./times.ts";

/** Every time by so many days on the clock of its zone; 17:00 stays 17:00. */
export function movedTimes(times: Times, days: number): Times {
  const move = (at: number | null) => (at === null ? null : daysLater(at, days, times.zone));
  return { ...times, opensAt: move(times.opensAt), dueAt: move(times.dueAt), closesAt: move(times.closesAt) };
}

type Dated = Pick<Brief, "times" | "reveal">;

/** With its times, and the time at which its readers see each other. Null days: without any. */
export function movedDates({ times, reveal }: Dated, days: number | null): Dated {
  if (days === null) {
    return { times: noTimes(times.zone), reveal: reveal.kind === "at" ? { kind: "manual", revealed: false } : reveal };
  }
  return {
    times: movedTimes(times, days),
    reveal: reveal.kind === "at" ? { kind: "at", time: daysLater(reveal.time, days, times.zone) } : reveal,
  };
}

/** What does not depend on texts, tasks and days. */
export type Start = Pick<Brief, "late" | "scheme" | "isBlind" | "hasSecondMarker" | "reveal" | "anonymity">;

/** What new assignments of a group begin with when they are to be like this one; a time in `reveal` becomes a hand. */
export function startOf({ late, scheme, isBlind, hasSecondMarker, reveal, anonymity, times }: Start & Dated): Start {
  return { late, scheme, isBlind, hasSecondMarker, anonymity, reveal: movedDates({ times, reveal }, null).reveal };
}

/** The reveal beside times that were changed: one at a time goes as many days as the due time went, else as the opening did. */
export function revealBeside(reveal: Brief["reveal"], before: Times, after: Times): Brief["reveal"] {
  if (reveal.kind !== "at") return reveal;
  const days = daysBetween(before.dueAt, after) ?? daysBetween(before.opensAt, { ...after, dueAt: after.opensAt }) ?? 0;
  return days === 0 ? reveal : { kind: "at", time: daysLater(reveal.time, days, after.zone) };
}

const DAY = 24 * 60 * 60 * 1000;

function daysBetween(from: number | null, { dueAt: to, zone }: Times): number | null {
  if (from === null || to === null) return null;
  return Math.round((to + offsetAt(to, zone) - from - offsetAt(from, zone)) / DAY);
}
