/** S4 and S8 on every page that there is: looking changes nothing, foreign forms change nothing, and data tells no secret. */
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { builtPages } from "#server/pages.ts";
import { home, PASSWORD } from "./accounts-site.ts";
import { type AttackSite, openAttackSite, type Person, type Seminar, type Sender } from "./attack-site.ts";

const HOUR = 60 * 60 * 1000;

let site: AttackSite;
let seminar: Seminar;
let owner: Person;
let member: Person;
let observer: Person;
let ids: Readonly<Record<string, string>>;
/** Every address of the site, with ids and tokens that are good. */
let paths: readonly string[];

beforeAll(async () => {
  site = await openAttackSite();
  seminar = await site.seminar();
  owner = seminar.owner;
  [member, observer] = [await site.enter(seminar, "member"), await site.enter(seminar, "observer")];
  ids = await goodIds();
  paths = (await routePatterns()).map(filled(ids));
}, 180_000);

afterAll(() => site.close());

/** The addresses of the build's routes, as patterns. */
async function routePatterns(): Promise<readonly string[]> {
  const { build } = await builtPages(join(import.meta.dirname, "..", ".."));
  if (typeof build === "function") throw new Error("These pages are not built.");
  const { routes } = build;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    if (route === undefined) return "";
    const { path = "", parentId } = route;
    return path === "" ? pathOf(parentId) : `${pathOf(parentId)}/${path}`;
  };
  return [...new Set(Object.keys(routes).map((id) => pathOf(id) || "/"))];
}

async function goodIds(): Promise<Readonly<Record<string, string>>> {
  const { accounts, documents, groups, setupLink, work } = site.site;
  const shared = { choice: { order: "place", show: "all", text: null }, days: 7, withPrivate: false } as const;
  const last = (link: string | null | undefined): string => link?.split("/").at(-1) ?? "";
  const mailed = async (kind: string): Promise<string> => {
    const link = new RegExp(`/${kind}/[\\w-]{43}`);
    await vi.waitUntil(() => site.mails.some(({ text }) => link.test(String(text))), { timeout: 10_000 });
    return last(site.mails.map(({ text }) => link.exec(String(text))?.[0]).findLast((found) => found !== undefined));
  };
  await accounts.requestReset(home, { email: member.viewer.email });
  await accounts.requestEmail(owner.viewer, home, { current: PASSWORD, email: "new@example.org" });
  const terms = { role: "member", email: null, days: 7, maxUses: null } as const;
  const bytes = new TextEncoder().encode("One.\n\nTwo.");
  return {
    ...{
      ":group": seminar.id,
      ":text": seminar.text.id,
      ":n": "2",
      ":format": "html",
      ":member": member.id,
      "*": "nowhere",
    },
    ":note": await site.note(seminar, member),
    ":import": (await documents.propose(owner.viewer, seminar.id, { bytes, fileName: null })).id,
    "/join/:token": last((await groups.invite(owner.viewer, seminar.id, terms)).link),
    "/reset/:token": await mailed("reset"),
    "/email/:token": await mailed("email"),
    "/setup/:token": last(await setupLink()),
    "/portfolio/shared/:token": last((await work.share(member.viewer, seminar.id, shared)).link),
  };
}

function filled(ids: Readonly<Record<string, string>>) {
  return (pattern: string): string => {
    const token = ids[pattern] ?? "";
    return pattern.replace(/:\w+|\*/g, (name) => (name === ":token" ? token : (ids[name] ?? "")));
  };
}

/** The document and the data of every address. */
const addresses = () => paths.flatMap((path) => [path, `${path === "/" ? "/_root" : path}.data`]);

describe("S4: looking changes nothing", () => {
  it("knows every address, and the good ones are good", async () => {
    expect(paths.length).toBeGreaterThan(30);
    const good = [
      "/g/:group",
      "/t/:text",
      "/import/:import",
      "/join/:token",
      "/reset/:token",
      "/email/:token",
      "/setup/:token",
      "/portfolio/shared/:token",
      "/g/:group/portfolio/:member",
    ];
    for (const path of good.map(filled(ids))) {
      expect(paths).toContain(path);
      expect([path, (await site.get(path, owner)).status]).toEqual([path, 200]);
    }
  });

  it.each(["GET", "HEAD"])("crawled by %s as owner and as nobody", async (method) => {
    // Later than an hour, so that uses of sessions are written down: the one thing that looking may change.
    site.time.now += 2 * HOUR;
    // What comes round once a minute, and writes of its own, has nothing left to do meanwhile.
    await site.site.jobs.tick();
    const before = site.contents();
    for (const sender of [owner, null] satisfies Sender[]) {
      for (const path of addresses()) {
        const cookie: Record<string, string> = sender === null ? {} : { cookie: sender.cookie };
        const answer = await fetch(`${site.url}${path}`, { method, redirect: "manual", headers: cookie });
        await answer.arrayBuffer();
        expect([path, answer.status < 500]).toEqual([path, true]);
      }
    }
    expect(site.contents()).toBe(before);
  });

  it.each<[string, Record<string, string>]>([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" }],
    ["a neighbouring host", { "sec-fetch-site": "same-site" }],
    ["an old browser on another site", { origin: "https://elsewhere.example" }],
    ["a sandbox", { origin: "null" }],
    ["nowhere", {}],
    ["JSON as plain text", { "sec-fetch-site": "cross-site", "content-type": "text/plain" }],
    ["an overridden method", { "sec-fetch-site": "cross-site", "x-http-method-override": "GET" }],
  ])("posted to from %s", async (_, headers) => {
    await site.site.jobs.tick();
    const before = site.contents();
    for (const path of addresses()) {
      const form = { intent: "delete", name: "x", _method: "GET", text: seminar.text.id, body: "x", verb: "publish" };
      const answer = await site.post(path, form, owner, headers);
      await answer.arrayBuffer();
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect(site.contents()).toBe(before);
  });
});

describe("S8: pages and their data tell no secret", () => {
  const column = (query: string): readonly string[] => site.database.sqlite.prepare<[], string>(query).pluck().all();

  it.each(["owner", "member", "observer", "nobody"] as const)("to %s", async (who) => {
    const people: Readonly<Record<string, Sender>> = { owner, member, observer, nobody: null };
    const sender = people[who] ?? null;
    const stranger = await site.seminar();
    const own = sender === null ? "" : ((await site.site.sessions.read(sender.cookie))?.sessionId ?? "");
    // Who may invite sees the addresses of the group; nobody sees those of other groups.
    const hisGroup =
      who === "owner" ? [owner, member, observer].map(({ viewer }) => viewer.email) : [sender?.viewer.email];
    const emails = column("SELECT email FROM members").filter((email) => !hisGroup.includes(email));
    const secrets = [
      ...["passwordHash", "password_hash", "$argon2", "emailKey", "email_key", "tokenHash", "token_hash", "isDemo"],
      ...[stranger.id, stranger.owner.viewer.email, ...emails],
      ...column("SELECT id FROM sessions").filter((id) => id !== own),
      ...column("SELECT hash FROM tokens"),
      ...column("SELECT token_hash FROM invitations"),
      ...column("SELECT token_hash FROM work_links"),
    ];
    expect(secrets.length).toBeGreaterThan(15);
    for (const path of addresses()) {
      const body = await (await site.get(path, sender)).text();
      expect([path, secrets.filter((secret) => body.includes(secret))]).toEqual([path, []]);
    }
  });

  it("and errors tell no path, no statement and no stack", async () => {
    const odd = ["/t/%00", "/t/%ff", `/n/${"x".repeat(5000)}`, "/g/__proto__", "/import/constructor"];
    for (const path of [...odd, ...odd.map((one) => `${one}.data`)]) {
      const answer = await site.get(path, member);
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect(await answer.text()).not.toMatch(/node_modules|\.tsx?:\d|\bat \w+ \(|SELECT |SQLITE/);
    }
  });
});
