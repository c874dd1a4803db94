import { describe, expect, it } from "vitest";
import { movedDates, revealBeside, startOf } from "./moved.ts";

const zone = "Europe/Berlin";
const at = (moment: string) => Date.parse(moment);
const times = { zone, opensAt: at("2026-10-20T06:00Z"), dueAt: at("2026-10-23T15:00Z"), closesAt: null };

describe("dates that are moved", () => {
  it("stay at their time of day where the clocks are put back in between, the reveal with them", () => {
    const moved = movedDates({ times, reveal: { kind: "at", time: at("2026-10-24T16:30Z") } }, 7);
    expect(moved).toEqual({
      times: { zone, opensAt: at("2026-10-27T07:00Z"), dueAt: at("2026-10-30T16:00Z"), closesAt: null },
      reveal: { kind: "at", time: at("2026-10-31T17:30Z") },
    });
  });

  it("and back are what they were", () => {
    const dated = { times, reveal: { kind: "after", posts: 2 } } as const;
    expect(movedDates(movedDates(dated, 200), -200)).toEqual(dated);
  });

  it("are none where they are taken off; what was shown at a time then waits for a hand", () => {
    expect(movedDates({ times, reveal: { kind: "at", time: 5 } }, null)).toEqual({
      times: { zone, opensAt: null, dueAt: null, closesAt: null },
      reveal: { kind: "manual", revealed: false },
    });
  });
});

it("a start keeps what does not depend on texts, tasks and days", () => {
  const late = { grace: 0, penalty: { kind: "flat", percent: 10 } } as const;
  const kept = { late, isBlind: true, hasSecondMarker: false, anonymity: "off" } as const;
  const scheme = { kind: "points", points: 20, rubric: [] } as const;
  expect(startOf({ ...kept, scheme, times, reveal: { kind: "at", time: 5 } })).toEqual({
    ...{ ...kept, scheme },
    reveal: { kind: "manual", revealed: false },
  });
});

it("a reveal goes with the due time by days, over a change of the clocks, and stays where only a closing time moves", () => {
  const reveal = { kind: "at", time: at("2026-10-24T16:30Z") } as const;
  const moved = movedDates({ times, reveal }, 7);
  expect(revealBeside(reveal, times, moved.times)).toEqual(moved.reveal);
  expect(revealBeside(moved.reveal, moved.times, times)).toEqual(reveal);
  expect(revealBeside(reveal, times, { ...times, closesAt: at("2026-11-01T12:00Z") })).toBe(reveal);
});
