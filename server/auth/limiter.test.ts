import { describe, expect, it } from "vitest";
import { makeLimiter } from "./limiter.ts";

const MINUTE = 60_000;

function limiterAt(start = 0) {
  const time = { now: start };
  const limiter = makeLimiter({ clock: () => time.now, limit: 2, window: 10 * MINUTE, firstWait: MINUTE });
  return { time, limiter };
}

describe("makeLimiter", () => {
  it("lets the first ones through and doubles the wait after each further one", () => {
    const { time, limiter } = limiterAt();
    expect([limiter.take("a"), limiter.take("a")]).toEqual([0, 0]);
    for (const wait of [1, 2, 4, 8, 10, 10]) {
      expect(limiter.take("a")).toBe(wait * MINUTE);
      time.now += wait * MINUTE;
      // The longest wait is the window itself, after which all is forgotten.
      if (wait === 10) break;
      expect(limiter.take("a")).toBe(0);
    }
    expect([limiter.take("a"), limiter.take("a"), limiter.take("a")]).toEqual([0, 0, MINUTE]);
  });

  it("does not count what it refuses", () => {
    const { time, limiter } = limiterAt();
    limiter.take("a");
    limiter.take("a");
    for (let i = 0; i < 50; i += 1) limiter.take("a");
    time.now += MINUTE;
    expect(limiter.take("a")).toBe(0);
  });

  it("keeps keys apart and forgives one", () => {
    const { limiter } = limiterAt();
    limiter.add("a");
    limiter.add("a");
    expect(limiter.wait("b")).toBe(0);
    expect(limiter.wait("a")).toBe(MINUTE);
    limiter.forgive("a");
    expect(limiter.wait("a")).toBe(0);
  });

  it("A3: is bounded, whatever strangers send as keys", () => {
    const { limiter } = limiterAt();
    limiter.add("first");
    limiter.add("first");
    for (let i = 0; i < 25_000; i += 1) limiter.add(`stranger ${i}`);
    expect(limiter.wait("first")).toBe(0);
  });
});
