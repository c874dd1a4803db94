/** A1 and A10 with a mail server: signing up says the same to everybody, and a letter's link makes the account. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { home, openSite, PASSWORD, problemOf, type TestSite, tokenIn } from "./accounts-site.ts";

const HOUR = 60 * 60 * 1000;

let site: TestSite;

beforeEach(async () => {
  site = await openSite({ smtpUrl: "smtp://mail.example.org" });
});

afterEach(() => site.close());

const body = (change: Record<string, string> = {}) => ({
  name: "Grace",
  email: "grace@example.org",
  password: PASSWORD,
  timeZone: "Europe/Berlin",
  ...change,
});

/** Signs up and gives the token of the letter. */
async function letterFor(change: Record<string, string> = {}): Promise<string> {
  const input = body(change);
  const before = site.mailsTo(input.email).length;
  expect(await site.services.accounts.signUp(home, input)).toBeNull();
  await expect.poll(() => site.mailsTo(input.email)).toHaveLength(before + 1);
  return tokenIn(site.linkTo(input.email));
}

const confirm = (token: string, password = PASSWORD) => site.services.accounts.confirmSignUp(home, { token, password });

describe("A1: an account by letter", () => {
  it("is made by the press behind the link, not by looking, and signs in", async () => {
    const { accounts } = site.services;
    const token = await letterFor();
    expect(await accounts.pendingSignUp(token)).toEqual({ name: "Grace", email: "grace@example.org" });
    expect(await site.read.members.byEmailKey("grace@example.org")).toBeNull();
    const { setCookie } = await confirm(token);
    expect(await site.viewer(setCookie)).toMatchObject({ name: "Grace", timeZone: "Europe/Berlin", isAdmin: false });
    await accounts.signIn(home, { email: "grace@example.org", password: PASSWORD });
  });

  it("wants the password that was chosen: the letter alone makes no account", async () => {
    const token = await letterFor();
    expect((await problemOf(confirm(token, "some other password"))).code).toBe("invalid");
    expect(await site.read.members.byEmailKey("grace@example.org")).toBeNull();
    await confirm(token);
  });

  it("works once and leaves no hash behind", async () => {
    const token = await letterFor();
    await confirm(token);
    expect((await problemOf(confirm(token))).code).toBe("gone");
    expect(await site.services.accounts.pendingSignUp(token)).toBeNull();
    expect(site.storage.reader.sqlite.prepare("SELECT count(*) AS n FROM tokens").get()).toEqual({ n: 0 });
  });

  it("is one account when the link is pressed twice at once", async () => {
    const token = await letterFor();
    const codes = await Promise.all([problemOf(confirm(token)), problemOf(confirm(token))]);
    expect(codes.map(({ code }) => code).sort()).toEqual(["gone", "none"]);
  });

  it("is good for a day", async () => {
    const [early, late] = [await letterFor(), await letterFor({ email: "late@example.org" })];
    site.time.now += 24 * HOUR - 1;
    await confirm(early);
    site.time.now += 1;
    expect((await problemOf(confirm(late))).code).toBe("gone");
  });

  it("goes to the first of two letters to one address; the other is no good then", async () => {
    const [first, second] = [await letterFor({ name: "First" }), await letterFor({ name: "Second" })];
    await confirm(second);
    expect((await problemOf(confirm(first))).code).toBe("gone");
    expect((await site.read.members.byEmailKey("grace@example.org"))?.name).toBe("Second");
  });

  it.each([
    ["/join/abc", "?to=%2Fjoin%2Fabc"],
    ["/", ""],
  ])("the way to %s goes with the letter", async (to, query) => {
    await site.services.accounts.signUp(home, { ...body(), to });
    await expect.poll(() => site.mailsTo("grace@example.org")).toHaveLength(1);
    const link = /https?:\S+\/confirm\/\S+/.exec(site.mailsTo("grace@example.org")[0]?.text ?? "")?.[0] ?? "";
    expect(new URL(link).search).toBe(query);
  });
});

describe("A10: a taken address", () => {
  it("is answered like a free one, and its owner gets the letter that says so", async () => {
    await confirm(await letterFor());
    const answers = await Promise.all(
      ["grace@example.org", "free@example.org"].map(async (email) => {
        const answer = await site.post("/sign-up", body({ email }));
        const kept = [...answer.headers.entries()].filter(
          ([name]) => !/^(x-request-id|date|content-security)/.test(name),
        );
        return { status: answer.status, body: await answer.text(), kept };
      }),
    );
    expect(answers[0]?.body).toBe("null");
    expect(answers[0]).toEqual(answers[1]);
    await expect.poll(() => site.mailsTo("grace@example.org")).toHaveLength(2);
    expect(site.mailsTo("grace@example.org")[1]?.subject).toBe("You have a Glossa account already");
  });

  it("gets at most three letters in a quarter of an hour, whoever asks", async () => {
    for (let i = 0; i < 6; i += 1) {
      expect(await site.services.accounts.signUp({ ...home, address: `192.0.2.${i}` }, body())).toBeNull();
    }
    await expect.poll(() => site.mailsTo("grace@example.org").length).toBeGreaterThanOrEqual(3);
    expect(site.mailsTo("grace@example.org")).toHaveLength(3);
  });
});
