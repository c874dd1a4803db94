/** S1–S3 of the security rows: what a session is, in the cookie, in the database and in time. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { home, openSite, PASSWORD, type TestSite } from "./accounts-site.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

let site: TestSite;
let secure: TestSite;

beforeAll(async () => {
  site = await openSite();
  secure = await openSite({ origin: "https://glossa.example", publicOrigin: "https://glossa.example" });
});

afterAll(async () => {
  await site.close();
  await secure.close();
});

const signIn = async (on: TestSite, email: string): Promise<string> =>
  (await on.services.accounts.signIn(home, { email, password: PASSWORD })).setCookie;
const pairOf = (setCookie: string): string => setCookie.split(";")[0] ?? "";

/** Every text that the database holds, as one string. */
function dump(on: TestSite): string {
  const { sqlite } = on.storage.reader;
  const tables = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  return JSON.stringify(tables.map((table) => sqlite.prepare(`SELECT * FROM "${String(table)}"`).all()));
}

it("S1: nothing in the database opens a session", async () => {
  await site.person("Ada");
  const token = pairOf(await signIn(site, "ada@example.org")).split("=")[1] ?? "";
  expect(token).toMatch(/^[\w-]{43}$/);
  const stored = dump(site);
  expect(stored).toContain("ada@example.org");
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(token.slice(4, 30));
});

describe("S2: the cookie", () => {
  it("is bound to this host over https", async () => {
    await secure.person("Ada");
    expect(await signIn(secure, "ada@example.org")).toMatch(
      /^__Host-glossa=[\w-]{43}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax; Secure$/,
    );
  });

  it("does without Secure on plain http, where it would be refused", async () => {
    const cookie = await signIn(site, "ada@example.org");
    expect(cookie).toMatch(/^glossa=[\w-]{43}; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/);
  });

  it("is new at every sign-in, and the one that came with it is dead: no fixation", async () => {
    const planted = pairOf(await signIn(site, "ada@example.org"));
    const body = { email: "ada@example.org", password: PASSWORD };
    const answer = await site.post("/sign-in", body, { cookie: planted });
    const fresh = pairOf(answer.headers.get("set-cookie") ?? "");
    expect(fresh).not.toBe(planted);
    expect(await site.services.sessions.read(planted)).toBeNull();
    expect(await site.services.sessions.read(fresh)).not.toBeNull();
  });

  it("is taken away at sign-out, and worth nothing to whoever kept it", async () => {
    const cookie = pairOf(await signIn(site, "ada@example.org"));
    const id = await site.sessionId(cookie);
    const answer = await site.post("/sign-out", {}, { cookie });
    expect(answer.headers.get("set-cookie")).toContain("glossa=; HttpOnly; Max-Age=0");
    expect(await site.services.sessions.read(cookie)).toBeNull();
    expect(site.effects).toContainEqual({ kind: "rights", sessions: [id] });
  });

  it.each([
    "glossa=",
    "glossa=%zz",
    "glossa=%00",
    "__proto__=x",
    "=",
    `glossa=${"a".repeat(5000)}`,
    "glossa='; DROP TABLE sessions; --",
  ])("reads nobody from %j", async (cookie) => {
    expect(await site.services.sessions.read(cookie)).toBeNull();
  });
});

describe("S3: how long a session lasts", () => {
  it("ends after ten days without use", async () => {
    const cookie = pairOf(await signIn(site, "ada@example.org"));
    site.time.now += 10 * DAY - 1;
    expect(await site.services.sessions.read(cookie)).not.toBeNull();
    site.time.now += 10 * DAY;
    expect(await site.services.sessions.read(cookie)).toBeNull();
    expect(JSON.parse(await (await fetch(`${site.url}/me`, { headers: { cookie } })).text()).viewer).toBeNull();
  });

  it("ends after thirty days, however much it is used", async () => {
    const cookie = pairOf(await signIn(site, "ada@example.org"));
    for (let day = 0; day < 30; day += 1) {
      expect(await site.services.sessions.read(cookie)).not.toBeNull();
      site.time.now += DAY;
    }
    expect(await site.services.sessions.read(cookie)).toBeNull();
  });

  it("writes a use down at most once an hour", async () => {
    const cookie = pairOf(await signIn(site, "ada@example.org"));
    const id = await site.sessionId(cookie);
    const seenAt = async () => (await site.read.sessions.withMember(id))?.session.seenAt;
    const first = await seenAt();
    site.time.now += HOUR - 1;
    await site.services.sessions.read(cookie);
    expect(await seenAt()).toBe(first);
    site.time.now += 1;
    await site.services.sessions.read(cookie);
    expect(await seenAt()).toBe(site.time.now);
  });

  it("lists own sessions and ends one, or all others", async () => {
    const { viewer, cookie } = await site.person("Lise");
    const current = await site.sessionId(cookie);
    const phone = pairOf(await signIn(site, viewer.email));
    const library = pairOf(await signIn(site, viewer.email));
    const { accounts } = site.services;
    const rows = await accounts.sessions(viewer, current);
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => row.current).map((row) => row.id)).toEqual([current]);
    expect(rows[0]?.device).toBe("Firefox on Linux");

    const phoneId = await site.sessionId(phone);
    await accounts.endSession(viewer, current, phoneId);
    expect(await site.services.sessions.read(phone)).toBeNull();
    expect(site.effects).toContainEqual({ kind: "rights", sessions: [phoneId] });

    await accounts.endSession(viewer, current, "others");
    expect(await site.services.sessions.read(library)).toBeNull();
    expect(await site.services.sessions.read(cookie)).not.toBeNull();
  });

  it("ends no session of somebody else", async () => {
    const { viewer, cookie } = await site.person("Emmy");
    const other = pairOf(await signIn(site, "lise@example.org"));
    const theirs = await site.sessionId(other);
    const ending = site.services.accounts.endSession(viewer, await site.sessionId(cookie), theirs);
    await expect(ending).rejects.toMatchObject({ code: "not-found" });
    expect(await site.services.sessions.read(other)).not.toBeNull();
  });
});
