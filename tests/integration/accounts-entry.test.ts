/** A1–A4 and A10: signing up, signing in, the first administrator, and what strangers can find out. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, openSite, PASSWORD, problemOf, type TestSite, tokenIn } from "./accounts-site.ts";

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
  await site.person("Ada");
});

afterAll(() => site.close());

const signUp = (change: Record<string, string> = {}) =>
  site.services.accounts.signUp(home, {
    name: "Grace",
    email: "grace@example.org",
    password: PASSWORD,
    timeZone: "Europe/Berlin",
    ...change,
  });

describe("A1: sign-up", () => {
  it.each(["ada@example.org", "ADA@Example.org", " ada@example.org", "ａｄａ@example.org", "ad\u200ba@example.org"])(
    "%j is taken: no error, no session, a mail to the owner",
    async (email) => {
      const before = site.mailsTo("ada@example.org").length;
      expect(await signUp({ email })).toBeNull();
      await expect.poll(() => site.mailsTo("ada@example.org")).toHaveLength(before + 1);
      expect(site.mailsTo("ada@example.org").at(-1)?.subject).toBe("You have a Glossa account already");
    },
  );

  it.each(["admin", "Moderator", "sуstem", "G1ossa", "ad\u200bmin"])("nobody is called %s", async (name) => {
    expect(await problemOf(signUp({ name }))).toEqual({ code: "invalid", fields: ["name"] });
  });

  it("names every wrong field at once", async () => {
    const outcome = await problemOf(signUp({ name: " ", email: "nowhere", password: "short" }));
    expect(outcome).toEqual({ code: "invalid", fields: ["name", "email", "password"] });
  });

  it("Z3: takes nothing that was not asked for", async () => {
    const body = { name: "Eve", email: "eve@example.org", password: PASSWORD, timeZone: "UTC" };
    await site.post("/sign-up", { ...body, isAdmin: true, id: "me", isDemo: true });
    expect(await site.read.members.byEmailKey("eve@example.org")).toMatchObject({ isAdmin: false, isDemo: false });
    expect(await site.read.members.byId("me")).toBeNull();
  });
});

describe("A2: passwords", () => {
  it.each([
    ["1234567", "too short"],
    ["password1", "common"],
    ["x".repeat(129), "too long"],
    ["x".repeat(2000), "more than 1 KiB"],
    ["grace@example.org", "the address"],
  ])("refuses %s, %s", async (password) => {
    expect(await problemOf(signUp({ password }))).toEqual({ code: "invalid", fields: ["password"] });
  });

  it("is hashed anew at sign-in when the costs have risen", async () => {
    const { viewer } = await site.person("Rosa");
    const { hash } = await import("@node-rs/argon2");
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await site.storage.writer.transact((store) => store.members.update(viewer.id, { passwordHash: weak }));
    await site.services.accounts.signIn(home, { email: viewer.email, password: PASSWORD });
    expect((await site.read.members.byId(viewer.id))?.passwordHash).toMatch(/m=19456,t=2,p=1/);
  });
});

describe("A3: sign-in", () => {
  it("A10: answers an unknown address and a wrong password alike", async () => {
    const answers = await Promise.all(
      ["ada@example.org", "nobody@example.org"].map(async (email) => {
        const answer = await site.post("/sign-in", { email, password: "a wrong password" });
        const kept = [...answer.headers.entries()].filter(
          ([name]) => !/^(x-request-id|date|content-security)/.test(name),
        );
        return { status: answer.status, body: await answer.text(), kept };
      }),
    );
    expect(answers[0]?.status).toBe(422);
    expect(answers[0]).toEqual(answers[1]);
  });

  it("takes as long for an unknown address", async () => {
    const time = async (email: string, address: string): Promise<number> => {
      const started = performance.now();
      for (let i = 0; i < 4; i += 1) {
        const input = { email, password: "a wrong password" };
        await problemOf(site.services.accounts.signIn({ ...home, address }, input));
      }
      return performance.now() - started;
    };
    await time("warm@example.org", "198.51.100.1");
    const known = await time("ada@example.org", "198.51.100.2");
    const unknown = await time("nobody@example.org", "198.51.100.3");
    // Without the dummy hash the second takes a hundredth; a factor of 3 leaves room for a busy machine.
    expect(unknown).toBeGreaterThan(known / 3);
    expect(unknown).toBeLessThan(known * 3);
  });

  it("says when to come back after five tries, and the right password waits as well", async () => {
    const quick = await openSite();
    await quick.person("Ada");
    const body = { email: "ada@example.org", password: "a wrong password" };
    for (let i = 0; i < 5; i += 1) expect((await quick.post("/sign-in", body)).status).toBe(422);
    const refused = await quick.post("/sign-in", { ...body, password: PASSWORD });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    quick.time.now += 60_000;
    expect((await quick.post("/sign-in", { ...body, password: PASSWORD })).status).toBe(200);
    await quick.close();
  });

  it("S6: a forged X-Forwarded-For is no way around", async () => {
    const quick = await openSite();
    const statuses: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const headers = { "x-forwarded-for": `203.0.113.${i}` };
      statuses.push((await quick.post("/sign-in", { email: "ada@example.org", password: "wrong" }, headers)).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
    await quick.close();
  });

  it("does not hash what cannot be a password", async () => {
    const started = performance.now();
    const input = { email: "ada@example.org", password: "x".repeat(5000) };
    const client = { ...home, address: "198.51.100.9" };
    expect((await problemOf(site.services.accounts.signIn(client, input))).code).toBe("invalid");
    expect(performance.now() - started).toBeLessThan(15);
  });
});

describe("A4: the first administrator", () => {
  it("comes by a link that works once, and only while there is none", async () => {
    const fresh = await openSite();
    const { accounts, setupLink } = fresh.services;
    const stale = tokenIn((await setupLink()) ?? "");
    const link = (await setupLink()) ?? "";
    expect(link).toMatch(/^http:\/\/localhost:3000\/setup\/[\w-]{43}$/);
    const token = tokenIn(link);
    expect([await accounts.setupIsGood(stale), await accounts.setupIsGood(token)]).toEqual([false, true]);

    const input = { name: "Ines", email: "ines@example.org", password: PASSWORD, timeZone: "UTC" };
    const { setCookie } = await accounts.setUp(home, { token, ...input });
    expect((await fresh.viewer(setCookie)).isAdmin).toBe(true);
    expect(await accounts.setupIsGood(token)).toBe(false);
    expect((await problemOf(accounts.setUp(home, { token, ...input, email: "eve@example.org" }))).code).toBe("gone");
    expect(await setupLink()).toBeNull();
    await fresh.close();
  });

  it("is one person when two use the link at once", async () => {
    const fresh = await openSite();
    const token = tokenIn((await fresh.services.setupLink()) ?? "");
    const tries = ["one", "two"].map((name) => {
      const input = { token, name, email: `${name}@example.org`, password: PASSWORD, timeZone: "UTC" };
      return problemOf(fresh.services.accounts.setUp(home, input));
    });
    expect((await Promise.all(tries)).map(({ code }) => code).sort()).toEqual(["gone", "none"]);
    await fresh.close();
  });
});

describe("demo accounts", () => {
  it("are closed on a site without a demo, also for people who were planted once", async () => {
    const { viewer } = await site.person("Dora");
    await site.storage.writer.transact(async (store) => {
      const member = await store.members.byId(viewer.id);
      if (member === null) throw new Error("Dora is missing.");
      await store.members.insert({ ...member, id: "DEMO", emailKey: "demo@example.org", isDemo: true });
    });
    expect((await problemOf(site.services.accounts.signInDemo(home, "DEMO"))).code).toBe("not-found");
    expect(await site.services.accounts.demoPeople()).toEqual([]);
  });

  it("are tried 120 times in a quarter of an hour from one address", async () => {
    const demo = await openSite({ demo: true });
    const tries: string[] = [];
    for (let i = 0; i < 121; i += 1)
      tries.push((await problemOf(demo.services.accounts.signInDemo(home, "nobody"))).code);
    expect(tries.filter((code) => code === "not-found")).toHaveLength(120);
    expect(tries.at(-1)).toBe("too-many");
    await demo.close();
  });

  it("open for demo people only", async () => {
    const demo = await openSite({ demo: true });
    const { viewer } = await demo.person("Dora");
    expect((await problemOf(demo.services.accounts.signInDemo(home, viewer.id))).code).toBe("not-found");
    await demo.close();
  });
});
