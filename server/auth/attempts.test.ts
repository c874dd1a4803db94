import { describe, expect, it } from "vitest";
import { makeAttempts } from "./attempts.ts";

const MINUTE = 60_000;
const HOME = "192.0.2.1";
const ELSEWHERE = "203.0.113.9";

function attemptsAt(start = 0) {
  const time = { now: start };
  const attempts = makeAttempts(() => time.now);
  const fail = (account: string, address: string): number => {
    const wait = attempts.begin(account, address);
    if (wait === 0) attempts.failed(account, address);
    return wait;
  };
  return { time, attempts, fail };
}

describe("A3: limits on guessing", () => {
  it("waits after five tries on one account from one address, longer each time", () => {
    const { time, fail } = attemptsAt();
    for (let i = 0; i < 5; i += 1) expect(fail("ada", HOME)).toBe(0);
    expect(fail("ada", HOME)).toBe(MINUTE);
    time.now += MINUTE;
    expect(fail("ada", HOME)).toBe(0);
    expect(fail("ada", HOME)).toBe(2 * MINUTE);
  });

  it("counts tries that are still being checked, so that many at once are no way around", () => {
    const { attempts } = attemptsAt();
    const waits = Array.from({ length: 20 }, () => attempts.begin("ada", HOME));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it("stops an address that tries many accounts", () => {
    const { fail } = attemptsAt();
    for (let i = 0; i < 30; i += 1) expect(fail(`account ${i}`, ELSEWHERE)).toBe(0);
    expect(fail("one more", ELSEWHERE)).toBeGreaterThan(0);
    expect(fail("one more", HOME)).toBe(0);
  });

  it("stops many addresses that try one account", () => {
    const { fail } = attemptsAt();
    for (let i = 0; i < 50; i += 1) expect(fail("ada", `198.51.100.${i}`)).toBe(0);
    expect(fail("ada", ELSEWHERE)).toBeGreaterThan(0);
  });

  it("never locks a person out of the place from which they have signed in before", () => {
    const { attempts, fail } = attemptsAt();
    expect(attempts.begin("ada", HOME)).toBe(0);
    attempts.succeeded("ada", HOME);
    for (let i = 0; i < 60; i += 1) fail("ada", `198.51.100.${i}`);
    for (let i = 0; i < 40; i += 1) fail(`account ${i}`, HOME);
    expect(fail("ada", ELSEWHERE)).toBeGreaterThan(0);
    expect(attempts.begin("ada", HOME)).toBe(0);
  });

  it("forgets the failures before a success", () => {
    const { attempts, fail } = attemptsAt();
    for (let i = 0; i < 4; i += 1) fail("ada", HOME);
    expect(attempts.begin("ada", HOME)).toBe(0);
    attempts.succeeded("ada", HOME);
    for (let i = 0; i < 5; i += 1) expect(fail("ada", HOME)).toBe(0);
  });
});
