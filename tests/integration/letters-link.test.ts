/** The link in each letter: one press stops letters like it, from a mail program as from a browser, and nothing else. */
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { withDefaults } from "#app/domain/news/letter.ts";
import { newsKinds } from "#app/domain/news/news.ts";
import { makeSecrets } from "#server/auth/secrets.ts";
import { type AttackSite, openAttackSite, type Person } from "./attack-site.ts";

const DAY = 24 * 3_600_000;

let site: AttackSite;
let ada: Person;
let token: string;
let tokens = 0;

beforeAll(async () => {
  site = await openAttackSite();
}, 180_000);

afterAll(() => site.close());

const { digest } = makeSecrets(() => new Uint8Array(32));

/** The link of a letter that names these kinds. */
async function linkTo(person: Person, frequency: string, kinds: readonly string[]): Promise<string> {
  const made = String(tokens++).padStart(43, "t");
  const now = site.time.now;
  await site.site.transact((store) =>
    store.tokens.insert({
      ...{ hash: digest(made), kind: "letters", memberId: person.id, createdAt: now, expiresAt: now + 180 * DAY },
      payload: JSON.stringify({ frequency, kinds }),
    }),
  );
  return made;
}

const chosen = async () => withDefaults(await site.site.read.letterChoices.of(ada.id));

/** As Gmail and others post it: no cookie, no Origin, no word about where it comes from. */
const onePress = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: "List-Unsubscribe=One-Click",
  });

beforeEach(async () => {
  ada = await site.person();
  token = await linkTo(ada, "at-once", ["mention"]);
});

it("shows what it would stop, and stops nothing by being looked at", async () => {
  const before = site.contents();
  const answer = await site.get(`/letters/${token}`, null);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const page = await answer.text();
  expect(page).toContain("Stop these letters");
  // Whoever was handed the letter on learns neither name nor address.
  expect(page).not.toContain(ada.viewer.email);
  expect(site.contents()).toBe(before);
});

it("stops letters of its kind at one press of a mail program, without a redirect, and again without harm", async () => {
  for (let n = 0; n < 2; n += 1) expect((await onePress(`/letters/${token}`)).status).toBe(200);
  expect(await chosen()).toEqual(withDefaults({ mention: "never" }));
});

it("stops a digest as a whole", async () => {
  const daily = await linkTo(ada, "daily", ["reply"]);
  expect((await onePress(`/letters/${daily}`)).status).toBe(200);
  expect(await chosen()).toEqual(withDefaults({ reply: "never", answered: "never", decided: "never" }));
});

it("leaves alone what its receiver chose since", async () => {
  await site.site.letters.choose(ada.viewer, withDefaults({ mention: "weekly" }));
  await onePress(`/letters/${token}`);
  expect((await chosen()).mention).toBe("weekly");
});

it("takes all choices, as a form without JavaScript, from its button's page", async () => {
  const weekly = Object.fromEntries(newsKinds.map((kind) => [kind, "weekly"]));
  const answer = await site.post(`/letters/${token}`, { intent: "choose", ...weekly }, null);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("Saved.");
  expect(Object.values(await chosen())).toEqual(newsKinds.map(() => "weekly"));
});

it("is its receiver's alone, whoever is signed in", async () => {
  const eve = await site.person();
  await onePress(`/letters/${token}`, { cookie: eve.cookie });
  expect((await chosen()).mention).toBe("never");
  expect(await site.site.read.letterChoices.of(eve.id)).toEqual({});
});

it.each([
  ["unknown", () => `/letters/${"u".repeat(43)}`, 410],
  ["a reset link's", async () => `/letters/${await resetToken()}`, 410],
  ["cut off", () => `/letters/${token.slice(0, 40)}`, 403],
  ["the page's data", () => `/letters/${token}.data`, 403],
  ["the settings", () => "/settings/letters", 403],
])("a press from nowhere on %s changes nothing", async (_, path, status) => {
  const place = await path();
  const before = site.contents();
  expect((await onePress(place)).status).toBe(status);
  expect(site.contents()).toBe(before);
});

it("is good for half a year", async () => {
  site.time.now += 180 * DAY;
  expect((await site.get(`/letters/${token}`, null)).status).toBe(410);
  expect((await onePress(`/letters/${token}`)).status).toBe(410);
  expect(await chosen()).toEqual(withDefaults({}));
});

async function resetToken(): Promise<string> {
  const made = String(tokens++).padStart(43, "r");
  const now = site.time.now;
  const row = { hash: digest(made), kind: "reset", memberId: ada.id, payload: "", createdAt: now } as const;
  await site.site.transact((store) => store.tokens.insert({ ...row, expiresAt: now + DAY }));
  return made;
}
