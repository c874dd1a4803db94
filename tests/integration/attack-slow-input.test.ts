/** C6: 100 kB made to be slow cost about what 100 kB of prose cost, wherever the server reads what people type. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { safeRedirect } from "#app/http/redirect.ts";
import { home, problemOf } from "./accounts-site.ts";
import { type AttackSite, openAttackSite, type Seminar } from "./attack-site.ts";

const SIZE = 100_000;

let site: AttackSite;
let seminar: Seminar;

beforeAll(async () => {
  site = await openAttackSite();
  seminar = await site.seminar();
  await site.note(seminar, seminar.owner, { body: "words ".repeat(1_500) });
}, 180_000);

afterAll(() => site.close());

/** What patterns stumble over: openings without an end, blanks, marks, halves of pairs, and near misses of ours. */
const seeds = [
  ...[
    " ",
    "\t",
    "\n",
    "\r\n",
    "a",
    "a ",
    "\u0301",
    "a\u0301",
    "\u200b",
    "\ud83d",
    "\u202e",
    "\u2066",
    "\u0000",
    "墙",
    "🙂",
  ],
  ...[
    "*",
    "*a",
    "**a",
    "_a",
    "`",
    "[",
    "[a](",
    "![",
    "<",
    "<p ",
    "</",
    "<!--",
    "&",
    "&#",
    ">",
    "> ",
    "- ",
    "1. ",
    "# ",
    "|",
  ],
  ...[
    '"',
    "'",
    "(",
    "(a",
    "{",
    "\\",
    "/",
    "//",
    "../",
    "%",
    "%25",
    ":",
    "a:",
    "a: ",
    "@",
    "a@",
    "a@a.",
    ".",
    "-",
    "a-",
  ],
  ...[
    "https://",
    "https://.",
    "http://a",
    "¶1",
    "AND ",
    "NEAR(",
    '"a" ',
    "a* ",
    "Sign up ",
    "Photo by ",
    "A: a\n",
    "---\n",
  ],
] as const;

const prose = "The wall divides, and the window shows what stands behind it. ";
const long = (seed: string, size = SIZE) => seed.repeat(Math.ceil(size / seed.length)).slice(0, size);

/** Milliseconds of processor time of this process and its workers: a busy machine stretches the clock, not this. */
async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await Promise.resolve(work()).catch(() => undefined);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Quadratic work on 100 kB takes seconds; the collector and the compiler take what is allowed on top. */
const bound = (benign: number): number => 400 + 8 * benign;

type Reader = readonly [name: string, read: (text: string) => unknown];
const asked = { sort: "time", show: "all", everywhere: true, after: null } as const;
const meta = { author: "", source: "", language: "", published: "", licence: "", rights: "" };

const readers: readonly Reader[] = [
  ["the body of a note", (body) => site.note(seminar, seminar.owner, { body })],
  ["the longest body that is read", (body) => site.note(seminar, seminar.owner, { body: body.slice(0, 20_000) })],
  ["a search", (line) => site.site.search.find(seminar.owner.viewer, seminar.id, { ...asked, line })],
  ["the name of a group", (name) => site.site.groups.create(seminar.owner.viewer, { name, description: name })],
  ["an address", (email) => site.site.accounts.signIn({ ...home, address: site.newId() }, { email, password: "x" })],
  [
    "a new account",
    (name) =>
      site.site.accounts.signUp(
        { ...home, address: site.newId() },
        { name, email: name, password: name, timeZone: name },
      ),
  ],
  [
    "a new password",
    (password) => {
      const account = { name: "Ada", email: "ada@example.org", password: password.slice(0, 1_000), timeZone: "UTC" };
      return site.site.accounts.signUp({ ...home, address: site.newId() }, { ...account, name: "" });
    },
  ],
  [
    "facts of a text",
    (words) =>
      site.site.documents.editMeta(seminar.owner.viewer, seminar.text.id, {
        ...meta,
        title: words,
        author: words,
        language: words,
      }),
  ],
  [
    "a profile",
    (name) => site.site.accounts.editProfile(seminar.owner.viewer, { name, pronouns: name, timeZone: name, hue: 1 }),
  ],
  ["a cookie", (cookie) => site.site.sessions.read(`glossa=${cookie}; ${cookie}`)],
  ["a way back", (path) => safeRedirect(`/${path}`)],
];

describe.each(readers)("C6: %s", (_, read) => {
  it("is read in time, whatever it is made of", async () => {
    await cost(() => read(long(prose)));
    const benign = await cost(() => read(long(prose)));
    const slow: [string, number][] = [];
    for (const seed of seeds) {
      const taken = await cost(() => read(long(seed)));
      if (taken > bound(benign)) slow.push([seed, Math.round(taken)]);
    }
    expect(slow).toEqual([]);
  });
});

describe("C6: a text on its way in", () => {
  const propose = (text: string, fileName: string | null) =>
    site.site.documents.propose(seminar.owner.viewer, seminar.id, { bytes: new TextEncoder().encode(text), fileName });

  // Markdown's own parser is quadratic where marks open and never close: there the worker's time is what is bounded.
  it.each([
    [null, "A: a\n"],
    ["x.md", "*a"],
    ["x.html", "<p "],
  ] as const)("as %s is read, or refused with a sentence, in bounded time", async (fileName, seed) => {
    const began = performance.now();
    const problem = await problemOf(propose(long(seed), fileName));
    expect(["none", "too-large", "invalid"]).toContain(problem.code);
    expect(performance.now() - began).toBeLessThan(12_000);
  });

  it("has a line that ends: who comes when it is full is told to come again", async () => {
    const codes = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const teacher = await site.enter(seminar, "teacher");
        const bytes = new TextEncoder().encode("One.");
        return (await problemOf(site.site.documents.propose(teacher.viewer, seminar.id, { bytes, fileName: null })))
          .code;
      }),
    );
    expect(new Set(codes)).toEqual(new Set(["none", "too-many"]));
  });
});
