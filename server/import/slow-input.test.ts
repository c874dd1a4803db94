/** No expression on a person's text is more than linear (moderation, C6): 100 kB made to be slow stays near 50 ms. */
import { describe, expect, it } from "vitest";
import { decode } from "#server/import/decode.ts";
import { frontMatter } from "#server/import/front-matter.ts";
import { readHtml } from "#server/import/html.ts";
import { partsOf } from "#server/import/markdown-chunks.ts";
import { groupsOf } from "#server/import/pdf-groups.ts";
import { compoundsIn } from "#server/import/pdf-joining.ts";
import { labelsOf } from "#server/import/pdf-labels.ts";
import type { Run } from "#server/import/pdf-lines.ts";
import { notesApart } from "#server/import/pdf-notes.ts";
import { paragraphsOf } from "#server/import/pdf-paragraphs.ts";
import { runningHeads } from "#server/import/pdf-running-heads.ts";
import { readPlain } from "#server/import/plain.ts";
import { recognise } from "#server/import/recognise.ts";
import { linesOn, run, said } from "#server/import/test-runs.ts";
import { leastCost } from "#tests/support/cost.ts";

const size = 100_000;
const seeds = [
  " ",
  "\t",
  "a",
  "A",
  "A ",
  "Aa ",
  "\n",
  " \n",
  "a\n",
  "A a\n",
  "-",
  "- ",
  "1. ",
  "1.",
  "# ",
  "=",
  "[",
  "]",
  "[a](",
  "[^",
  "(",
  "*",
  "**a",
  "_a",
  "`",
  "<",
  "<p ",
  "<p",
  "</",
  "<!--",
  ">",
  "> ",
  "&",
  ":",
  "A: ",
  "A: a\n",
  "–",
  "–\n",
  "“",
  "?",
  "Sign up ",
  "Get ",
  "©/",
  "via ",
  "/getty images",
  "Photo by",
  "(Image credit:",
  "’",
  "\u0301",
  "墙",
  "א",
  "\ud83d",
  "\u00a0",
  "---\n",
  "a: b\n",
  "|",
  "|-",
  "\r",
  "\r\n",
  "Subscribed to ",
  "email ",
  "A.",
];
const inputs = seeds.map((seed) => [JSON.stringify(seed), seed.repeat(Math.ceil(size / seed.length))] as const);

/** Milliseconds of processor time. Matching takes below 50; 50,000 lines of verse take 200 to write. Quadratic is 10 s. */
const bound = 1_500;

const cost = (work: () => unknown): number => leastCost(work, bound);

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ["recognise", recognise],
  ["readPlain", readPlain],
  ["frontMatter", (text) => frontMatter(`---\n${text}\n---\n`)],
  ["partsOf", partsOf],
  ["a PDF of two long lines", (text) => readLines([run(text, 50, 100), run(text, 50, 112)])],
  ["decode", (text) => decode(new TextEncoder().encode(`x${text}`))],
];

/** What is done with the words of a PDF once they have places. */
function readLines(runs: readonly Run[]): unknown {
  const lines = linesOn(runs);
  const paragraphs = paragraphsOf(notesApart(lines, 10).body, compoundsIn(said(lines)));
  const heads = runningHeads(
    [1, 2, 3].map((n) => ({ label: String(n), runs })),
    10,
  );
  return [heads, groupsOf(paragraphs, labelsOf(paragraphs, { size: 10, font: "plain" }))];
}

describe.each(readers)("%s", (_, read) => {
  it.each(inputs)("is fast on many %s", (_name, text) => {
    expect(cost(() => read(text))).toBeLessThan(bound);
  });
});

describe("readHtml", () => {
  const flat = [
    "<p>",
    "<br>",
    "<b>a</b>",
    "<a id=a>",
    "<a href='#a'>x</a>",
    "<td>",
    "<li>",
    "&nbsp;",
    "<p>Sign up</p>",
    "<!--",
    "<svg>a</svg>",
    "<!",
  ];
  it.each(flat)("is not quadratic on many %s", (seed) => {
    const costOf = (length: number) => cost(() => readHtml(seed.repeat(Math.ceil(length / seed.length))));
    costOf(10_000);
    // Four times as long takes four times the work, and sixteen times where a walk is quadratic; 200 ms are for the collector.
    expect(costOf(160_000)).toBeLessThan(200 + 12 * costOf(40_000));
  });
});
