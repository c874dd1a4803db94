import type { Rate } from "./limits.ts";

/** A token bucket: `burst` at once, `rate` a second after that. Times in milliseconds. */
export class Bucket {
  #tokens: number;
  #at: number;

  constructor(
    private readonly limit: Rate,
    now: number,
  ) {
    this.#tokens = limit.burst;
    this.#at = now;
  }

  /** Takes `count` tokens, or none and answers false when there are too few. */
  take(count: number, now: number): boolean {
    this.#refill(now);
    if (this.#tokens < count) return false;
    this.#tokens -= count;
    return true;
  }

  /** True when nothing was taken for so long that a new bucket would be the same. */
  isFull(now: number): boolean {
    this.#refill(now);
    return this.#tokens >= this.limit.burst;
  }

  #refill(now: number): void {
    const earned = (Math.max(0, now - this.#at) / 1000) * this.limit.rate;
    this.#tokens = Math.min(this.limit.burst, this.#tokens + earned);
    this.#at = now;
  }
}
