/** The times of an assignment on other days, and what a group begins its assignments with. */
import { daysLater } from "../time/zoned.ts";
import type { Brief } from "./assignment.ts";
import type { Times } from "./times.ts";

/** Every time by so many days on the clock of its zone; 17:00 stays 17:00. */
export function movedTimes(times: Times, days: number): Times {
  const move = (at: number | null) => (at === null ? null : daysLater(at, days, times.zone));
  return { ...times, opensAt: move(times.opensAt), dueAt: move(times.dueAt), closesAt: move(times.closesAt) };
}

type Dated = Pick<Brief, "times" | "reveal">;

/** With its times, and the time at which its readers see each other. Null days: without any. */
export function movedDates({ times, reveal }: Dated, days: number | null): Dated {
  if (days === null) {
    const none = { zone: times.zone, opensAt: null, dueAt: null, closesAt: null };
    return { times: none, reveal: reveal.kind === "at" ? { kind: "manual", revealed: false } : reveal };
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
