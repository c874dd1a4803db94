/** Promise: a link is judged by the host that a browser would open, and only by that. */
import { describe, expect, it } from "vitest";
import { leastCost } from "#tests/support/cost.ts";
import { linksHit, linksIn } from "./links.ts";
import type { RuleTest } from "./rule.ts";
import { sampleRule } from "./sample-rule.ts";

const own = "glossa.example";
const hostsIn = (body: string) => linksIn(body, own).map(({ host }) => host);

describe("finds the host of", () => {
  it.each([
    ["https://evil.example/path?x#y", "evil.example"],
    ["[words](https://evil.example)", "evil.example"],
    ["HTTPS://EVIL.EXAMPLE", "evil.example"],
    ["https://good.example@evil.example/", "evil.example"],
    ["https://evil.example.:443/", "evil.example"],

    ["www.evil.example", "www.evil.example"],
    ["evil.example/page", "evil.example"],
    ["mailto:me@evil.example", "evil.example"],
    ["ev\u200bil.example", "evil.example"],
    ["https://0x7f.1/", "127.0.0.1"],
    ["https://ｅｖｉｌ.example", "evil.example"],
    ["https://müller.example", "xn--mller-kva.example"],
    ["ftp://files.example", "files.example"],
  ])("%s", (body, host) => expect(hostsIn(body)).toEqual([host]));
});

it("finds none in ordinary sentences, nor in links to this site", () => {
  expect(hostsIn("Well, e.g. this. And that: 3.14, no://")).toEqual([]);
  expect(hostsIn(`https://${own}/t/1 and [a note](note:01J)`)).toEqual([]);
});

describe("counts", () => {
  const places = (test: Partial<Extract<RuleTest, { kind: "links" }>>, body: string, isNew = false) => {
    const rule = sampleRule({ kind: "links", denied: [], allowed: [], others: false, onlyNew: false, ...test });
    return linksHit(rule, linksIn(body, own), isNew)?.places.map(({ start, end }) => body.slice(start, end)) ?? null;
  };
  it.each([
    ["a denied host", { denied: ["evil.example"] }, "https://evil.example/a", ["https://evil.example/a"]],
    ["its subdomain", { denied: ["evil.example"] }, "https://a.b.evil.example", ["https://a.b.evil.example"]],
    ["not a longer name", { denied: ["evil.example"] }, "https://notevil.example", null],
    ["a denied bare name", { denied: ["evil.example"] }, "go to evil.example now", ["evil.example"]],
    [
      "an entry with scheme and path",
      { denied: ["https://evil.example/x"] },
      "https://evil.example",
      ["https://evil.example"],
    ],
    ["any other host", { others: true, allowed: ["good.example"] }, "https://x.example", ["https://x.example"]],
    ["no allowed one", { others: true, allowed: ["good.example"] }, "https://en.good.example/a", null],
    ["no slip of the keyboard", { others: true }, "the end.Next sentence", null],
    [
      "denied below allowed",
      { others: true, allowed: ["a.example"], denied: ["x.a.example"] },
      "https://x.a.example",
      ["https://x.a.example"],
    ],
  ] as const)("%s", (_, test, body, expected) => expect(places(test, body)).toEqual(expected));

  it("only for new members where that is asked", () => {
    const body = "https://x.example";
    expect(places({ others: true, onlyNew: true }, body, true)).toEqual([body]);
    expect(places({ others: true, onlyNew: true }, body, false)).toBeNull();
  });
});

it("takes 100 kB of what looks like addresses in little time", () => {
  const bound = 1_500;
  for (const text of ["a.", "a-", "http://", "@", "x:", "www."]) {
    const typed = text.repeat(100_000 / text.length);
    expect(leastCost(() => linksIn(typed, own), bound)).toBeLessThan(bound);
  }
});
