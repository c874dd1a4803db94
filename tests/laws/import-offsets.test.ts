/** Laws of every import: the offsets of a revision are those of its DOM, and what is stored is closed under importing again. */
import fc from "fast-check";
import type { Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import type { Piece, PieceChoices, RevisionContent } from "#app/domain/document/document.ts";
import { pieceLabels } from "#app/domain/document/document.ts";
import { isProblem } from "#app/domain/problem.ts";
import { buildRevision } from "#server/import/build.ts";
import { readHtml } from "#server/import/html.ts";
import { readMarkdown } from "#server/import/markdown.ts";
import { readPlain } from "#server/import/plain.ts";
import { sanitise } from "#server/import/schema.ts";

const runs = { numRuns: Number(process.env.RUNS ?? 200) };
const nothing: PieceChoices = { labels: {}, leftOut: [] };

/** What breaks offsets: astral, combining, wide, right-to-left, blanks of all sorts, controls, halves of a pair, markup. */
const scraps = [
  ..."the wall window Nobody? Yes. Name: — 1. - > # * _ ` [ ] ( ) | ~ \\ & &amp; &#0; &nbsp; ]]>".split(" "),
  ..."𝔤𝔩𝔬𝔰𝔰𝔞 👩‍👩‍👧 e\u0301 n\u0303 墙与窗 カベ الجدار הקיר ﷺ \u202e \u200d \ufeff \u0085 \u0000 \u0007 \ud800 \udfff \ufffe".split(
    " ",
  ),
  ..." ,  ,\t,\n,\r\n,\n\n,\u00a0,\u2003,\u2028,\f,\v".split(","),
  ..."<b> </b> <br> <p> </p> <i> </a> <a href='#n'> <a id='n'> <li> <pre> </pre> <td> <!-- -->".split(" "),
];
const words = fc.array(fc.constantFrom(...scraps), { maxLength: 25 }).map((parts) => parts.join(""));

const tags = (
  "p div h1 h2 h3 h4 h6 blockquote ul ol li dl dt dd pre code table caption thead tr td th section header article main figure " +
  "figcaption span a b i em sub ruby rt svg math style noscript template select form button font center details summary"
).split(" ");
const attributes = [
  "",
  " id=n",
  " href='#n'",
  " dir=rtl",
  " data-block=3",
  " data-kind=verse",
  " data-page=12",
  " data-footnotes",
  " class=footnotes",
];

/** HTML that is nested as a parser would never write it. */
const markup: fc.Arbitrary<string> = fc.letrec<{ node: string; many: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    words,
    fc
      .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes), tie("many"), fc.boolean())
      .map(([tag, attribute, inner, closed]) => `<${tag}${attribute}>${inner}${closed ? `</${tag}>` : ""}`),
  ),
  many: fc.array(tie("node"), { maxLength: 4 }).map((nodes) => nodes.join("")),
})).many;

const lines = fc.array(words, { maxLength: 12 }).map((parts) => parts.join("\n\n"));

const pieces: fc.Arbitrary<Piece[]> = fc.oneof(
  markup.map((source) => readHtml(source).pieces),
  lines.map(readPlain),
  lines.map((source) => readMarkdown(source).pieces),
);
const choices: fc.Arbitrary<PieceChoices> = fc.record({
  labels: fc.dictionary(fc.integer({ min: 0, max: 8 }).map(String), fc.constantFrom(...pieceLabels)),
  leftOut: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 2 }),
});

describe("imported text", () => {
  it("has the offsets that its DOM has", () => {
    check((content) => {
      const found = blocksOfDom(fromHtml(content.html, { fragment: true }));
      expect(found.map((block) => block.text)).toEqual(
        content.blocks.map(({ start, end }) => content.text.slice(start, end)),
      );
      expect(found.map(({ n, start }) => ({ n, start }))).toEqual(content.blocks.map(({ n, start }) => ({ n, start })));
      expect(content.blocks.map((block) => block.n)).toEqual(content.blocks.map((_, index) => index + 1));
      expect(found.map((block) => block.text).join("\n")).toBe(content.text);
    });
  });

  it("is closed under sanitising", () => {
    check((content) => {
      expect(toHtml(sanitise(fromHtml(content.html, { fragment: true })))).toBe(content.html);
    });
  });

  it("gives the same text when it is imported again", () => {
    check((content) => {
      const again = buildRevision(readHtml(content.html).pieces, nothing);
      expect(again.text).toBe(content.text);
      expect(again.blocks.length).toBe(content.blocks.length);
    });
  });

  it("begins with exactly one header, and numbers without a gap", () => {
    check((content) => {
      const [header, ...body] = fromHtml(content.html, { fragment: true }).children;
      expect(header).toMatchObject({ tagName: "header" });
      expect(body.filter((node) => node.type !== "element" || node.tagName === "header")).toEqual([]);
      const numbers = content.blocks.flatMap((block) => block.number ?? []);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    });
  });
});

function check(law: (content: RevisionContent) => void): void {
  fc.assert(
    fc.property(pieces, choices, (source, chosen) => {
      const content = built(source, chosen);
      fc.pre(content !== null);
      if (content !== null) law(content);
    }),
    runs,
  );
}

/** Null where all is left out, which is refused. */
function built(source: readonly Piece[], chosen: PieceChoices): RevisionContent | null {
  try {
    return buildRevision(source, chosen);
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}

type DomBlock = { readonly n: number; readonly start: number; readonly text: string };

/** The walk of the reading page, written a second time: `[data-block]` in order, text nodes and `<br>` as one "\n". */
function blocksOfDom(node: Nodes): DomBlock[] {
  if (node.type === "element" && node.properties.dataBlock !== undefined) {
    return [{ n: Number(node.properties.dataBlock), start: Number(node.properties.dataStart), text: domText(node) }];
  }
  return "children" in node ? node.children.flatMap(blocksOfDom) : [];
}

function domText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && node.tagName === "br") return "\n";
  return "children" in node ? node.children.map(domText).join("") : "";
}
