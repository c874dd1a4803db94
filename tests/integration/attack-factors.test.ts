/** A8: apps with codes, recovery codes, and what a session reaches before its second factor. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, openSite, PASSWORD, problemOf, type TestSite } from "./accounts-site.ts";
import { addPasskey, cookieOf, halfOf, STEP, signIn, withApp } from "./factors-scene.ts";

const MINUTE = 60_000;

let site: TestSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const codeOf = async (promise: Promise<unknown>) => (await problemOf(promise)).code;
const me = async (cookie: string) => (await fetch(`${site.url}/me`, { headers: { cookie } })).json();

describe("before the second factor", () => {
  it("a session is nobody to every route and to sockets, and the cookie is another one afterwards", async () => {
    const { viewer, code } = await withApp(site, "Ada");
    const { cookie, half } = await halfOf(site, viewer.email);
    expect((await me(cookie)).viewer).toBeNull();
    expect(await site.services.sessions.read(cookie)).toBeNull();

    const signed = await site.services.factors.verify(half, home, { typed: code() });
    const fresh = cookieOf(signed.setCookie);
    expect(fresh).not.toBe(cookie);
    expect(await site.services.whoAsks(cookie)).toBeNull();
    expect((await me(fresh)).viewer.id).toBe(viewer.id);
  });

  it("it lasts ten minutes, however much it is used", async () => {
    const { viewer, code } = await withApp(site, "Brief");
    const { cookie, half } = await halfOf(site, viewer.email);
    site.time.now += 10 * MINUTE - 1;
    expect((await site.services.whoAsks(cookie))?.wants).toBe("factor");
    site.time.now += 1;
    expect(await site.services.whoAsks(cookie)).toBeNull();
    expect(await codeOf(site.services.factors.verify(half, home, { typed: code() }))).toBe("gone");
  });

  it("it is worth nothing once the password was reset meanwhile, and a reset is followed by the factor too", async () => {
    const { viewer, code } = await withApp(site, "Cora");
    const { half } = await halfOf(site, viewer.email);
    await site.services.accounts.requestReset({ ...home, address: "198.51.100.7" }, { email: viewer.email });
    await expect.poll(() => site.mailsTo(viewer.email).at(-1)?.subject).toBe("A new password for Glossa");
    const token = site.linkTo(viewer.email).split("/").at(-1) ?? "";
    const signed = await site.services.accounts.reset(home, { token, password: "eight louder gardens" });
    expect(signed.awaitsFactor).toBe(true);
    expect(await codeOf(site.services.factors.verify(half, home, { typed: code() }))).toBe("gone");
  });

  it("whoever has none goes straight in", async () => {
    const { viewer } = await site.person("Plain");
    expect(await signIn(site, viewer.email)).toMatchObject({ awaitsFactor: false, wants: null });
  });

  it("it cannot change anything as if it were whole", async () => {
    const { viewer } = await withApp(site, "Half");
    const { half } = await halfOf(site, viewer.email);
    // The verbs are given what the page has; what a half session has is no viewer, so this is the second wall.
    const whole = { ...half, wants: "enrolment" as const };
    expect(await codeOf(site.services.factors.verify(whole, home, { typed: "000000" }))).toBe("gone");
  });
});

describe("codes", () => {
  it("are good for one step before and after", async () => {
    const { viewer, code } = await withApp(site, "Step");
    site.time.now += STEP;
    const outcomes: string[] = [];
    for (const away of [-2, 2, -1, 1]) {
      const { half } = await halfOf(site, viewer.email);
      outcomes.push(await codeOf(site.services.factors.verify(half, home, { typed: code(away) })));
    }
    expect(outcomes).toEqual(["invalid", "invalid", "none", "none"]);
  });

  it("are taken once: not again, not the one before, not by two at the same time", async () => {
    const { viewer, code } = await withApp(site, "Replay");
    const [first, second] = [await halfOf(site, viewer.email), await halfOf(site, viewer.email)];
    const both = await Promise.all(
      [first, second].map(({ half }) => codeOf(site.services.factors.verify(half, home, { typed: code() }))),
    );
    expect(both.sort()).toEqual(["invalid", "none"]);
    const { half } = await halfOf(site, viewer.email);
    for (const away of [-1, 0]) {
      expect(await codeOf(site.services.factors.verify(half, home, { typed: code(away) }))).toBe("invalid");
    }
    expect(await codeOf(site.services.factors.verify(half, home, { typed: code(1) }))).toBe("none");
  });

  it("five wrong ones, then a wait that grows, whatever session asks", async () => {
    const { viewer, code } = await withApp(site, "Guess");
    const { half } = await halfOf(site, viewer.email);
    const tries = Array.from({ length: 8 }, () =>
      codeOf(site.services.factors.verify(half, home, { typed: "000000" })),
    );
    expect((await Promise.all(tries)).filter((one) => one === "invalid")).toHaveLength(5);
    const other = await halfOf(site, viewer.email);
    expect(await codeOf(site.services.factors.verify(other.half, home, { typed: code() }))).toBe("too-many");
    site.time.now += MINUTE;
    expect(await codeOf(site.services.factors.verify(other.half, home, { typed: code() }))).toBe("none");
  });
});

describe("at rest", () => {
  it("neither secret nor recovery codes can be read from the database", async () => {
    const { viewer } = await site.person("Rest");
    const { factors } = site.services;
    await factors.beginApp(viewer);
    const secret = (await factors.appSecret(viewer))?.text.replaceAll(" ", "") ?? "";
    const { recovery } = await withApp(site, "Rest2");
    const { sqlite } = site.storage.reader;
    const tables = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    const stored = JSON.stringify(tables.map((table) => sqlite.prepare(`SELECT * FROM "${String(table)}"`).all()));
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    for (const word of [secret, ...recovery, ...recovery.map((one) => one.replaceAll("-", ""))]) {
      expect(stored).not.toContain(word);
    }
  });

  it("a sealed secret opens for nobody else", async () => {
    const ada = await withApp(site, "Seal");
    const { viewer: eve } = await withApp(site, "Thief");
    await site.storage.writer.transact(async (store) => {
      const app = await store.factors.app(ada.viewer.id);
      await store.factors.removeApp(eve.id);
      await store.factors.beginApp(eve.id, app?.sealed ?? "", site.time.now);
      await store.factors.confirmApp(eve.id, site.time.now);
    });
    const { half } = await halfOf(site, eve.email);
    expect(await codeOf(site.services.factors.verify(half, home, { typed: ada.code() }))).toBe("invalid");
    expect(site.logged.join("")).toContain("secret-unreadable");
  });
});

describe("recovery codes", () => {
  it("are ten, each good once, typed in any way, and their owner is told", async () => {
    const { viewer, recovery } = await withApp(site, "Spare");
    expect(new Set(recovery).size).toBe(10);
    const typed = ` ${(recovery[0] ?? "").toUpperCase().replaceAll("-", " ")} `;
    const { half } = await halfOf(site, viewer.email);
    expect(await codeOf(site.services.factors.verify(half, home, { typed }))).toBe("none");
    const again = await halfOf(site, viewer.email);
    expect(await codeOf(site.services.factors.verify(again.half, home, { typed }))).toBe("invalid");
    expect((await site.services.factors.page(viewer)).codesLeft).toBe(9);
    await expect.poll(() => site.mailsTo(viewer.email).at(-1)?.text).toContain("recovery code was used");
  });

  it("are not those of somebody else, and old ones are void once there are new ones", async () => {
    const { viewer, recovery } = await withApp(site, "Own");
    const other = await withApp(site, "Foreign");
    const { half } = await halfOf(site, viewer.email);
    expect(await codeOf(site.services.factors.verify(half, home, { typed: other.recovery[0] ?? "" }))).toBe("invalid");
    const { codes } = await site.services.factors.renewCodes(freshly(viewer));
    expect(await codeOf(site.services.factors.verify(half, home, { typed: recovery[0] ?? "" }))).toBe("invalid");
    expect(await codeOf(site.services.factors.verify(half, home, { typed: codes[0] ?? "" }))).toBe("none");
  });
});

const freshly = <T>(viewer: T) => ({ ...viewer, provedAt: site.time.now });

describe("setting up and taking away", () => {
  it("wants a valid code, and until then nothing is asked for", async () => {
    const { viewer, cookie } = await site.person("Begin");
    const sessionId = await site.sessionId(cookie);
    await site.services.factors.beginApp(viewer);
    expect(await problemOf(site.services.factors.confirmApp(viewer, sessionId, { code: "000000" }))).toEqual({
      code: "invalid",
      fields: ["code"],
    });
    expect((await site.services.factors.page(viewer)).app).toBeNull();
    expect((await signIn(site, viewer.email)).awaitsFactor).toBe(false);
  });

  it("ends sessions that a password alone had opened, and keeps this one", async () => {
    const { viewer } = await site.person("Ends");
    const elsewhere = await signIn(site, viewer.email);
    const here = await signIn(site, viewer.email);
    const sessionId = here.known?.sessionId ?? "";
    await addPasskey(site, { viewer, sessionId });
    expect(await site.services.whoAsks(elsewhere.cookie)).toBeNull();
    expect((await site.services.whoAsks(here.cookie))?.wants).toBeNull();
  });

  it("cannot replace a confirmed app, whose secret is not shown again", async () => {
    const fresh = (await withApp(site, "Once")).viewer;
    expect(await codeOf(site.services.factors.beginApp(fresh))).toBe("conflict");
    expect(await site.services.factors.appSecret(fresh)).toBeNull();
  });

  it("an administrator helps somebody who has lost everything, with a proof of their own", async () => {
    const { viewer } = await withApp(site, "Lost");
    const root = await site.person("Root");
    await site.storage.writer.transact((store) => store.members.update(root.viewer.id, { isAdmin: true }));
    const { admin } = site.services;
    expect(await codeOf(admin.resetFactors(viewer, viewer.id))).toBe("not-found");
    expect(await codeOf(admin.resetFactors({ ...root.viewer, provedAt: site.time.now - 11 * MINUTE }, viewer.id))).toBe(
      "reauth-required",
    );
    await admin.resetFactors(freshly(root.viewer), viewer.id);
    expect((await signIn(site, viewer.email)).awaitsFactor).toBe(false);
    await expect.poll(() => site.mailsTo(viewer.email).at(-1)?.text).toContain("took all second factors away");
  });
});

describe("asked of staff", () => {
  it("staff without one are nobody at the next request until they have one; others notice nothing", async () => {
    const strict = await openSite();
    const change = (secondFactorForStaff: boolean) =>
      strict.storage.writer.transact((store) =>
        store.siteSettings.set("secondFactorForStaff", secondFactorForStaff, 1),
      );
    const root = await strict.person("Root");
    await strict.storage.writer.transact((store) => store.members.update(root.viewer.id, { isAdmin: true }));
    const teacher = await strict.person("Tess");
    const student = await strict.person("Stu");
    await strict.services.groups.create(teacher.viewer, { name: "Seminar", description: "" });
    const wants = async (cookie: string) => (await strict.services.whoAsks(cookie))?.wants;

    expect(await codeOf(strict.services.siteSettings.change(student.viewer, { secondFactorForStaff: true }))).toBe(
      "not-found",
    );
    await strict.services.siteSettings.change(await strict.viewer(root.cookie), { secondFactorForStaff: true });
    expect([await wants(root.cookie), await wants(teacher.cookie), await wants(student.cookie)]).toEqual([
      "enrolment",
      "enrolment",
      null,
    ]);
    expect((await (await fetch(`${strict.url}/me`, { headers: { cookie: teacher.cookie } })).json()).viewer).toBeNull();

    const sessionId = await strict.sessionId(teacher.cookie);
    await addPasskey(strict, { viewer: teacher.viewer, sessionId });
    expect(await wants(teacher.cookie)).toBeNull();
    const [row] = (await strict.services.factors.page(teacher.viewer)).passkeys;
    expect(await codeOf(strict.services.factors.removePasskey(teacher.viewer, row?.id ?? ""))).toBe("conflict");
    await change(false);
    expect(await codeOf(strict.services.factors.removePasskey(teacher.viewer, row?.id ?? ""))).toBe("none");
    await strict.close();
  });
});

it("A10: a wrong password says the same whether or not there is a second factor", async () => {
  const { viewer } = await withApp(site, "Silent");
  const { viewer: plain } = await site.person("Silent2");
  const answers = await Promise.all(
    [viewer.email, plain.email, "nobody@example.org"].map(async (email) => {
      const answer = await site.post("/sign-in", { email, password: `${PASSWORD}!` });
      return [answer.status, await answer.text(), answer.headers.get("set-cookie")];
    }),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});
