import { describe, expect, it } from "vitest";
import type { Piece, RevisionContent } from "#app/domain/document/document.ts";
import { isProblem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { MAX_PAGES } from "#server/import/pdf-pages.ts";
import type { ImportReading } from "#server/import/read.ts";
import { buildInWorker, readImport } from "#server/import/run.ts";
import { lines, pdf, type Said, type Sheets } from "#server/import/test-pdf.ts";

/** In a worker, as pdf.js changes classes of the process that loads it. */
const read = (sheets: Sheets): Promise<ImportReading> => readImport({ bytes: pdf(sheets), fileName: "wall.pdf" });

const built = (pieces: readonly Piece[]): Promise<RevisionContent> => {
  const leftOut = pieces.filter(({ clutter }) => clutter !== null).map(({ id }) => id);
  return buildInWorker(pieces, { labels: {}, leftOut });
};

const labelled = ({ pieces }: ImportReading) => pieces.map(({ label, text }) => [label, text]);

/** The first ends in the midst of a word. */
const first = [
  "There is a wall at the end of the town, and nobody who lives there can say what it is for. It",
  "was built in a year of which no one has kept a record, by people who must have had their own",
  "reasons. Children throw balls over it which never come back, and on Sundays the band plays high-",
];
const second = [
  "er than on other days, so that whoever may be behind it can hear the music as well as we do.",
  "They never clap.",
];

const third = ["reasons. There is no door in it."];

const running = (n: number): Said[] => [
  { text: "THE WALL", y: 800, size: 9 },
  { text: String(n), x: 500, y: 800, size: 9 },
];

// As in run.test.ts: a worker may take seconds to start on a busy machine.
describe("a PDF", { timeout: 60_000 }, () => {
  it("is its paragraphs across pages, without what runs along them, and knows where its pages begin", async () => {
    const reading = await read({
      pages: [
        [{ text: "What the wall is for", y: 750, size: 22 }, ...lines(first), ...running(11)],
        [
          ...lines(second),
          { text: "Who asks", y: 660, size: 15 },
          ...lines(first.slice(0, 2), { y: 630 }),
          ...running(12),
        ],
        [...lines(third), ...running(13)],
      ],
      labels: "<< /Nums [0 << /S /D /St 11 >>] >>",
      info: "<< /Title (wall.indd) /Author (Ada Field) >>",
    });
    expect(reading).toMatchObject({
      format: "pdf",
      title: "What the wall is for",
      author: "Ada Field",
      language: "en",
    });
    const paragraph = `${first.join(" ").slice(0, -1)}${second.join(" ")}`;
    expect(labelled(reading)).toEqual([
      ["title", "What the wall is for"],
      ["paragraph", paragraph],
      ["heading", "Who asks"],
      ["paragraph", [...first.slice(0, 2), ...third].join(" ")],
      ["paragraph", "THE WALL 11 · THE WALL 12 · THE WALL 13"],
    ]);
    expect(reading.pieces.map(({ clutter }) => clutter)).toEqual([null, null, null, null, "running-head"]);
    const { text, pages, html } = await built(reading.pieces);
    expect(pages.map(({ label }) => label)).toEqual(["11", "12", "13"]);
    expect(pages.map(({ start }) => text.slice(start, start + 7))).toEqual(["What th", "er than", "reasons"]);
    expect(html).toContain(`<p id="b-2" data-block="2" data-start="21" data-number="1" data-page="12">There`);
    expect(html).not.toContain("<span");
  });

  it("gives its notes at the end, their marks, its lists and its verse", async () => {
    const reading = await read({
      pages: [
        [
          ...lines([...first.slice(0, 2), "reasons."]),
          { text: "1", x: 117, y: 696, size: 6 },
          ...lines(["• A door", "• A window"], { y: 660 }),
          ...lines(["Who built the wall", "must have been tall;", "he went away", "on market day."], { y: 600 }),
          ...lines(["1 Nobody has asked them."], { y: 80, size: 8 }),
        ],
      ],
    });
    const html = reading.pieces.map((piece) => piece.html);
    expect(html[0]).toMatch(/^<p><span data-page="1"><\/span>There .* reasons\.<sup>1<\/sup><\/p>$/u);
    expect(html.slice(1)).toEqual([
      "<ul><li>A door</li><li>A window</li></ul>",
      `<p data-kind="verse">Who built the wall<br>must have been tall;<br>he went away<br>on market day.</p>`,
      `<section data-footnotes=""><p><span data-page="1"></span>1 Nobody has asked them.</p></section>`,
    ]);
  });

  it("is refused by the number of its pages before one of them is read", async () => {
    const pages = Array.from({ length: 10_000 }, () => []);
    await expect(read({ pages })).rejects.toMatchObject({
      code: "too-large",
      sentence: importWords.tooManyPages(MAX_PAGES),
    });
  });

  const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (${"o".repeat(32)}) /U (${"u".repeat(32)}) >> /ID [(i) (i)]`;
  it.each<readonly [string, Uint8Array, string]>([
    ["only pictures of pages", pdf({ pages: [[], []] }), importWords.scannedPdf],
    ["a cover before pictures", pdf({ pages: [lines(first), [], [], [], []] }), importWords.scannedPdf],
    ["behind a password", pdf({ pages: [lines(first)], trailer: locked }), importWords.lockedPdf],
    ["not there behind its first bytes", Buffer.from(`%PDF-1.7\n${"wall ".repeat(2_000)}`), importWords.brokenPdf],
    ["cut off", pdf({ pages: [lines(first)] }).subarray(0, 300), importWords.brokenPdf],
  ])("is refused where it is %s", async (_, bytes, sentence) => {
    const error: unknown = await readImport({ bytes, fileName: null }).catch((reason: unknown) => reason);
    expect(isProblem(error) && [error.code, error.sentence]).toEqual(["invalid", sentence]);
  });
});
