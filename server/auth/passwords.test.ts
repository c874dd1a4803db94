import { describe, expect, it } from "vitest";
import { makePasswords } from "./passwords.ts";

describe("makePasswords", () => {
  it("A2: makes argon2id hashes of 19 MiB, two passes, and knows older costs", async () => {
    const passwords = makePasswords();
    const stored = await passwords.hash("correct horse battery");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(passwords.isOutdated(stored)).toBe(false);
    expect(passwords.isOutdated("$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA")).toBe(true);
  });

  it("tells the right password from others, however its characters were composed", async () => {
    const passwords = makePasswords();
    const stored = await passwords.hash("caf\u00e9 au lait");
    expect(await passwords.matches(stored, "cafe\u0301 au lait")).toBe(true);
    expect(await passwords.matches(stored, "cafe au lait")).toBe(false);
  });

  it("A3: refuses everything for the hash of nobody, after the same work", async () => {
    const passwords = makePasswords();
    const stored = await passwords.hash("correct horse battery");
    const time = async (hash: string | null): Promise<number> => {
      const started = performance.now();
      for (let i = 0; i < 5; i += 1) expect(await passwords.matches(hash, "a wrong password")).toBe(false);
      return performance.now() - started;
    };
    await time(null);
    const [known, unknown] = [await time(stored), await time(null)];
    // Without the dummy the second would be a thousand times as fast; a factor of 3 leaves room for a busy machine.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  it("turns away a flood with a time to come back, and recovers", async () => {
    const passwords = makePasswords();
    const flood = await Promise.allSettled(Array.from({ length: 130 }, () => passwords.hash("correct horse battery")));
    const refused = flood.filter((result) => result.status === "rejected");
    expect(refused.length).toBeGreaterThanOrEqual(25);
    expect(refused.length).toBeLessThanOrEqual(30);
    expect(refused[0]).toMatchObject({ reason: { code: "too-many", retryAfter: 2000 } });
    await expect(passwords.hash("correct horse battery")).resolves.toContain("$argon2id$");
  });

  it.each(["password", "PASSWORD1", "12345678", "qwertyuiop"])(
    "A2: finds %s in the list of common ones",
    (password) => {
      expect(makePasswords().isCommon(password)).toBe(true);
    },
  );
});
