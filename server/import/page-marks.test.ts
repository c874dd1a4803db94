import { describe, expect, it } from "vitest";
import type { Piece, PieceChoices, RevisionContent } from "#app/domain/document/document.ts";
import { buildRevision } from "#server/import/build.ts";
import { pageLabel } from "#server/import/page-marks.ts";

const page = (label: string) => `<span data-page="${label}"></span>`;

/** The revision of pieces of HTML; `leftOut` are their places. */
function built(htmls: readonly string[], choices: Partial<PieceChoices> = {}): RevisionContent {
  const pieces = htmls.map((html, id): Piece => ({ id, label: "paragraph", clutter: null, html, text: "" }));
  return buildRevision(pieces, { labels: {}, leftOut: [], ...choices });
}

/** Each page with the words that follow its beginning. */
function pagesOf({ pages, text }: RevisionContent): readonly string[] {
  return pages.map(({ label, start }) => `${label}: ${text.slice(start, start + 4)}`);
}

describe("marks of pages", () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["in the midst of a word", [`<p>It is high${page("2")}er.</p>`], ["2: er."]],
    ["within emphasis", [`<p>It <em>is ${page("2")}high</em>.</p>`], ["2: high"]],
    ["behind a break", [`<p>It is<br>${page("2")}high.</p>`], ["2: high"]],
    ["where a block ends", [`<p>It is.${page("2")}</p>`, "<p>High.</p>"], ["2: High"]],
    ["between blocks", ["<p>It is.</p>", `${page("2")}<p>High.</p>`], ["2: High"]],
    ["in a list", [`<ul><li>It is.</li><li>${page("2")}High.</li></ul>`], ["2: High"]],
    ["alone in an item", [`<ul><li>${page("2")}</li><li>High.</li></ul>`], ["2: High"]],
    ["in a listing", [`<pre>a ${page("2")}b</pre>`], ["2: a b"]],
    ["behind everything", [`<p>It is.</p>${page("2")}`], []],
  ])("keep their place %s", (_, htmls, expected) => {
    const labels = Object.fromEntries(htmls.map((_html, id) => [id, "other" as const]));
    const content = built(htmls, { labels });
    expect(pagesOf(content)).toEqual(expected);
    expect(content.html).not.toContain("<span");
  });

  it("are said of the block in which they begin", () => {
    const { html } = built([
      `<p>It ${page("xii")}is.</p>`,
      `<p>${page("1")}So ${page("2")}high ${page("3")}it is.</p>`,
    ]);
    expect(html.match(/data-page="[^"]*"/gu)).toEqual(['data-page="xii"', 'data-page="1–3"']);
  });

  it("move on from what is left out", () => {
    const htmls = ["<p>It is.</p>", `<p>${page("2")}Buy!</p>`, "<p>High.</p>"];
    expect(pagesOf(built(htmls, { leftOut: [1] }))).toEqual(["2: High"]);
  });

  it("stay under another label", () => {
    const htmls = [`<p>It ${page("2")}is high.</p>`];
    for (const label of ["title", "heading", "quotation", "verse", "caption", "item"] as const) {
      expect(pagesOf(built(htmls, { labels: { 0: label } }))).toEqual(["2: is h"]);
    }
  });

  it.each([
    `<p data-page="2">It is high.</p>`,
    `<p>It <span data-page="2">is</span> high.</p>`,
    `<p>It <span data-page=" "></span> is high.</p>`,
  ])("are none that a page has for its own ends: %s", (html) => {
    expect(built([html])).toMatchObject({ pages: [], text: "It is high." });
  });

  it.each([
    [" xii\n", "xii"],
    ["\u0000\ud800", ""],
    [`<b>"12`, "b 12"],
    ["1".repeat(30), "1".repeat(20)],
  ])("have labels of one short line: %j is %j", (said, label) => {
    expect(pageLabel(said)).toBe(label);
  });
});
