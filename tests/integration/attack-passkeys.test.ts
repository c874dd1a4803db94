/** A9: what an authenticator, or somebody who pretends to be one, may send. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChallengePurpose } from "#app/domain/member/factors.ts";
import { makeSoftPasskey, type Quirks, type SoftPasskey } from "#tests/support/soft-passkey.ts";
import { home, openSite, problemOf, type TestSite } from "./accounts-site.ts";
import { addPasskey, cookieOf, type Guarded, halfOf } from "./factors-scene.ts";

const MINUTE = 60_000;
type Person = Pick<Guarded, "viewer" | "sessionId"> & { readonly cookie: string };

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const codeOf = async (promise: Promise<unknown>) => (await problemOf(promise)).code;

async function person(name: string): Promise<Person> {
  const { viewer, cookie } = await site.person(name);
  return { viewer, cookie, sessionId: await site.sessionId(cookie) };
}

const ask = (purpose: ChallengePurpose, who: Pick<Person, "viewer" | "sessionId"> | null = null) =>
  site.services.factors.ask(who, home, purpose);
const enrol = (who: Person, passkey: string) =>
  codeOf(site.services.factors.addPasskey(who.viewer, who.sessionId, { passkey, name: "Key" }));
const signIn = (passkey: string) => codeOf(site.services.factors.signIn(home, passkey));

describe("a new passkey", () => {
  it.each<[string, Quirks]>([
    ["made at another site", { origin: "https://evil.example" }],
    ["made for another host", { rpID: "evil.example" }],
    ["made without asking for finger or PIN", { isVerified: false }],
    ["that answers a challenge of its own", { challenge: Buffer.alloc(32, 7).toString("base64url") }],
  ])("%s is refused", async (_, quirks) => {
    const who = await person(`New${Object.keys(quirks).join("")}`);
    const key = makeSoftPasskey("http://localhost:3000");
    expect(await enrol(who, key.register(await ask("enrol", who), quirks))).toBe("invalid");
    expect((await site.services.factors.page(who.viewer)).passkeys).toEqual([]);
  });

  it("answers once, within five minutes, in the session that asked, and for what was asked", async () => {
    const who = await person("Once");
    const key = makeSoftPasskey("http://localhost:3000");
    const options = await ask("enrol", who);
    expect(await enrol({ ...who, sessionId: "another" }, key.register(options))).toBe("invalid");
    expect(await enrol(who, key.register(options))).toBe("invalid");
    expect(await enrol(who, key.register(await ask("confirm", who)))).toBe("invalid");
    const late = await ask("enrol", who);
    site.time.now += 5 * MINUTE;
    expect(await enrol(who, key.register(late))).toBe("invalid");
    const good = key.register(await ask("enrol", who));
    expect([await enrol(who, good), await enrol(who, good)]).toEqual(["none", "invalid"]);
  });

  it("is nobody else's already, wants a fresh proof, and is read from nothing but its own shape", async () => {
    const [ada, eve] = [await person("Ada"), await person("Eve")];
    const key = await addPasskey(site, ada);
    expect(await enrol(eve, key.register(await ask("enrol", eve)))).toBe("conflict");
    for (const sent of ["", "null", "{}", '{"id":1}', "x".repeat(100_000)])
      expect(await enrol(eve, sent)).toBe("invalid");
    site.time.now += 11 * MINUTE;
    expect(await codeOf(ask("enrol", eve))).toBe("reauth-required");
    expect(await enrol(eve, "{}")).toBe("reauth-required");
  });
});

describe("signing in by passkey", () => {
  let owner: Person;
  let key: SoftPasskey;
  beforeAll(async () => {
    owner = await person("Owner");
    key = await addPasskey(site, owner);
  });

  it("opens a whole session, under a new cookie", async () => {
    const signed = await site.services.factors.signIn(home, key.answer(await ask("sign-in")));
    const known = await site.services.whoAsks(cookieOf(signed.setCookie));
    expect([known?.viewer.id, known?.wants]).toEqual([owner.viewer.id, null]);
  });

  it.each<[string, Quirks]>([
    ["given at another site", { origin: "https://evil.example" }],
    ["for another host", { rpID: "evil.example" }],
    ["given without finger or PIN", { isVerified: false }],
    ["to a challenge that nobody gave", { challenge: Buffer.alloc(32, 9).toString("base64url") }],
    ["that names somebody else", { userHandle: Buffer.from("SOMEBODY").toString("base64url") }],
  ])("not by an answer %s", async (_, quirks) => {
    expect(await signIn(key.answer(await ask("sign-in"), quirks))).toBe("invalid");
  });

  it("not by an answer that was used, is late, was asked for otherwise, or is of no key that is known", async () => {
    const used = key.answer(await ask("sign-in"));
    expect([await signIn(used), await signIn(used)]).toEqual(["none", "invalid"]);
    const twice = key.answer(await ask("sign-in"));
    expect((await Promise.all([signIn(twice), signIn(twice)])).sort()).toEqual(["invalid", "none"]);
    const late = await ask("sign-in");
    site.time.now += 5 * MINUTE;
    expect(await signIn(key.answer(late))).toBe("invalid");
    expect(await signIn(key.answer(await ask("confirm", owner)))).toBe("invalid");
    expect(await signIn(makeSoftPasskey("http://localhost:3000").answer(await ask("sign-in")))).toBe("invalid");
    expect(await signIn("{}")).toBe("invalid");
  });

  it("not by a signature that another key made", async () => {
    const other = makeSoftPasskey("http://localhost:3000");
    const forged = JSON.parse(other.answer(await ask("sign-in"), { userHandle: "" }));
    expect(await signIn(JSON.stringify({ ...forged, id: key.id, rawId: key.id }))).toBe("invalid");
  });

  it("not by a copy: a counter that did not rise is refused, logged, and told to its owner", async () => {
    const who = await person("Copied");
    const copied = await addPasskey(site, who);
    expect(await signIn(copied.answer(await ask("sign-in"), { counter: 9 }))).toBe("none");
    for (const counter of [9, 8, 0]) {
      expect(await signIn(copied.answer(await ask("sign-in"), { counter }))).toBe("invalid");
    }
    expect(site.logged.join("")).toContain("passkey-copied");
    await expect.poll(() => site.mailsTo(who.viewer.email).at(-1)?.text).toContain("copy of one of your passkeys");
    expect(await signIn(copied.answer(await ask("sign-in"), { counter: 10 }))).toBe("none");
  });

  it("A10: challenges tell nothing of who has a key", async () => {
    const sent = JSON.stringify(await ask("sign-in"));
    expect(sent).not.toContain(key.id);
    expect(Object.keys(JSON.parse(sent)).sort()).toEqual(["challenge", "rpId", "timeout", "userVerification"]);
  });

  it("challenges are asked for 120 times at most, and those that wait are swept", async () => {
    const client = { ...home, address: "203.0.113.9" };
    const asked = Array.from({ length: 125 }, () => codeOf(site.services.factors.ask(null, client, "sign-in")));
    expect((await Promise.all(asked)).filter((code) => code === "too-many")).toHaveLength(5);
    site.time.now += 5 * MINUTE;
    expect(
      await site.storage.writer.transact((store) => store.factors.deleteExpiredChallenges(site.time.now)),
    ).toBeGreaterThan(100);
  });
});

describe("a passkey as second factor", () => {
  it("opens its own half session and no other", async () => {
    const [ada, eve] = [await person("Half1"), await person("Half2")];
    const [adas, eves] = [await addPasskey(site, ada), await addPasskey(site, eve)];
    const { half } = await halfOf(site, ada.viewer.email);
    const other = await halfOf(site, eve.viewer.email);
    const verify = (passkey: string) => codeOf(site.services.factors.verify(half, home, { passkey }));
    expect(await verify(eves.answer(await ask("verify", half)))).toBe("invalid");
    expect(await verify(adas.answer(await ask("verify", other.half)))).toBe("invalid");
    expect(await verify(adas.answer(await ask("sign-in")))).toBe("invalid");
    expect(await verify(adas.answer(await ask("verify", half)))).toBe("none");
  });

  it("is removed by its owner alone, with a fresh proof", async () => {
    const [ada, eve] = [await person("Keep1"), await person("Keep2")];
    await addPasskey(site, ada);
    const [row] = (await site.services.factors.page(ada.viewer)).passkeys;
    const { factors } = site.services;
    expect(await codeOf(factors.removePasskey(eve.viewer, row?.id ?? ""))).toBe("not-found");
    expect(await codeOf(factors.renamePasskey(eve.viewer, row?.id ?? "", "Mine"))).toBe("not-found");
    const stale = { ...ada.viewer, provedAt: site.time.now - 10 * MINUTE - 1 };
    expect(await codeOf(factors.removePasskey(stale, row?.id ?? ""))).toBe("reauth-required");
    expect(await codeOf(factors.removePasskey(ada.viewer, row?.id ?? ""))).toBe("none");
  });

  it("stays as long as it is the last way to sign in", async () => {
    const who = await person("Last");
    await addPasskey(site, who);
    const second = await addPasskey(site, who, "Second");
    await site.storage.writer.transact((store) => store.members.update(who.viewer.id, { passwordHash: null }));
    const [first, last] = (await site.services.factors.page(who.viewer)).passkeys;
    const remove = (id = "") => codeOf(site.services.factors.removePasskey(who.viewer, id));
    expect([await remove(first?.id), await remove(last?.id)]).toEqual(["none", "conflict"]);
    expect(await signIn(second.answer(await ask("sign-in")))).toBe("none");
  });
});
