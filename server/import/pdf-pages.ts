/** Opens a PDF within bounds and gives what its pages place where, by pdf.js. */
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { languageTag, type PageFacts } from "#server/import/facts.ts";
import { pageLabel } from "#server/import/page-marks.ts";
import { openPdf, type PdfDocument, type PdfPage } from "#server/import/pdf-library.ts";
import type { Run } from "#server/import/pdf-lines.ts";
import { stableText } from "#server/import/white-space.ts";

/** A page with the label that its file gives it, else its number. What runs upwards or down stands apart, turned upright. */
export type Sheet = {
  readonly label: string;
  readonly runs: readonly Run[];
  readonly turned: readonly (readonly Run[])[];
};

/** Most pages of a PDF. A page takes some milliseconds: the half minute of a worker is enough for them. */
export const MAX_PAGES = 2_000;

/** Pages and what the file says of itself. Throws `too-large` for too many pages, `invalid` for what is locked or damaged. */
export async function readSheets(bytes: Uint8Array): Promise<{ readonly facts: PageFacts; readonly sheets: Sheet[] }> {
  try {
    const document = await openPdf(bytes);
    if (document.numPages > MAX_PAGES) throw new Problem("too-large", importWords.tooManyPages(MAX_PAGES));
    const labels = await labelsOf(document);
    const sheets: Sheet[] = [];
    for (const [index, label] of labels.entries()) {
      const page = await document.getPage(index + 1);
      sheets.push({ label, ...(await runsOf(page)) });
      page.cleanup();
    }
    return { facts: await factsOf(document), sheets };
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    const isLocked = thrown instanceof Error && thrown.name === "PasswordException";
    throw new Problem("invalid", isLocked ? importWords.lockedPdf : importWords.brokenPdf, { cause: thrown });
  }
}

/** As many labels as pages. */
async function labelsOf(document: PdfDocument): Promise<string[]> {
  // A file whose list of labels is damaged has pages all the same.
  const given = await document.getPageLabels().catch(() => null);
  return Array.from({ length: document.numPages }, (_, index) => {
    return pageLabel(given?.[index] ?? "") || String(index + 1);
  });
}

async function factsOf(document: PdfDocument): Promise<PageFacts> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const said = (name: string) => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === "string" ? stableText(value).replace(/\s+/gu, " ").trim() : "";
  };
  const title = said("Title");
  return {
    title: isFileName(title) ? "" : title,
    author: said("Author").slice(0, 200),
    language: languageTag(said("Language")),
    // When the file was made says nothing of when the text came out.
    ...{ published: "", licence: "", rights: "" },
  };
}

/** What a word processor writes where nobody gave a title. */
function isFileName(title: string): boolean {
  return /^(?:microsoft word|untitled|unbenannt)\b|\.(?:docx?|odt|rtf|indd|qxd|tex|dvi|pdf|pages)$/iu.test(title);
}

async function runsOf(page: PdfPage): Promise<Pick<Sheet, "runs" | "turned">> {
  const { transform } = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent();
  // By quarters of a turn.
  const sides: [Run[], Run[], Run[], Run[]] = [[], [], [], []];
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const placed = placedRun({ ...item, isMono: styles[item.fontName]?.fontFamily === "monospace" }, transform);
    if (placed !== null) sides[placed.side]?.push(placed.run);
  }
  const [runs, ...turned] = sides;
  return { runs, turned: turned.filter((side) => side.length > 0) };
}

type Item = {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly transform: readonly number[];
  readonly fontName: string;
  readonly isMono: boolean;
};

/** Where a text item stands on its page, seen so that it runs from left to right. Matrices as in ISO 32000-1, 8.3.3. */
function placedRun(item: Item, page: readonly number[]): { readonly side: number; readonly run: Run } | null {
  const [a, b, c, d, e, f] = product(page, item.transform);
  const side = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const [cos, sin] = turns[side] ?? [1, 0];
  const left = e * cos + f * sin;
  const size = Math.hypot(c, d);
  const run: Run = {
    text: stableText(item.str).replaceAll("\n", " "),
    left,
    right: left + Math.abs(item.width),
    base: f * cos - e * sin,
    size,
    font: item.fontName,
    isMono: item.isMono,
    isRtl: item.dir === "rtl",
  };
  return [left, run.right, run.base, size].every(Number.isFinite) && size > 0 ? { side, run } : null;
}

const turns = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

type Matrix = readonly [number, number, number, number, number, number];

function product(m: readonly number[], n: readonly number[]): Matrix {
  const [ma = 1, mb = 0, mc = 0, md = 1, me = 0, mf = 0] = m;
  const [na = 1, nb = 0, nc = 0, nd = 1, ne = 0, nf = 0] = n;
  return [
    ma * na + mc * nb,
    mb * na + md * nb,
    ma * nc + mc * nd,
    mb * nc + md * nd,
    ma * ne + mc * nf + me,
    mb * ne + md * nf + mf,
  ];
}
