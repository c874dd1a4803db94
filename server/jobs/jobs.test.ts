import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { type Job, makeJobs } from "./jobs.ts";

const HOUR = 3_600_000;
const log = pino({ level: "silent" });

function stage(...jobs: readonly Job[]) {
  const clock = { now: 1_000 };
  return { clock, jobs: makeJobs(jobs, { clock: () => clock.now, log }) };
}

describe("jobs", () => {
  it("run at the first tick and then each in its own time", async () => {
    const ran: string[] = [];
    const note = (name: string) => async (now: number) => void ran.push(`${name}@${(now - 1_000) / HOUR}`);
    const { clock, jobs } = stage(
      { name: "hourly", every: HOUR, run: note("hourly") },
      { name: "nightly", every: 24 * HOUR, run: note("nightly") },
    );
    for (const hours of [0, 0.5, 1, 1.5, 24]) {
      clock.now = 1_000 + hours * HOUR;
      await jobs.tick();
    }
    expect(ran).toEqual(["hourly@0", "nightly@0", "hourly@1", "hourly@24", "nightly@24"]);
  });

  it("come round again after a failure, which stops nobody else", async () => {
    const ran: string[] = [];
    const { clock, jobs } = stage(
      {
        name: "failing",
        every: HOUR,
        run: async () => {
          ran.push("failing");
          throw new Error("disk full");
        },
      },
      { name: "other", every: HOUR, run: async () => void ran.push("other") },
    );
    await jobs.tick();
    clock.now += HOUR;
    await jobs.tick();
    expect(ran).toEqual(["failing", "other", "failing", "other"]);
  });

  it("never run twice at once, and stop waits for the one that runs", async () => {
    const started: string[] = [];
    let finish = () => {};
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { jobs } = stage(
      {
        name: "slow",
        every: 1,
        run: async () => {
          started.push("slow");
          await gate;
        },
      },
      { name: "after", every: 1, run: async () => void started.push("after") },
    );
    const first = jobs.tick();
    const second = jobs.tick();
    const stopped = jobs.stop();
    finish();
    await Promise.all([first, second, stopped]);
    expect(started).toEqual(["slow"]);
  });

  it("say how they stand, run when they are told to, and wait while the site is read-only", async () => {
    let isPaused = true;
    const clock = { now: 1_000 };
    const broken = async () => {
      clock.now += 5;
      throw new Error("no room");
    };
    const one = makeJobs([{ name: "one", every: HOUR, run: broken }], {
      clock: () => clock.now,
      log,
      isPaused: async () => isPaused,
    });
    await one.tick();
    expect(one.states()).toEqual([{ name: "one", every: HOUR, last: null }]);
    isPaused = false;
    expect([await one.runNow("none"), await one.runNow("one")]).toEqual([false, true]);
    expect(one.states()[0]?.last).toEqual({ at: 1_000, took: 5, error: "no room" });
  });
});
