/** PDFs written by hand (ISO 32000-1), for the tests of their reader: pages of positioned text in Helvetica. */

import { deflateSync } from "node:zlib";

/** A line of text at a place in points from the lower left corner of a page of 595 by 842. */
export type Said = {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: "plain" | "bold";
};

export type Sheets = {
  readonly pages: readonly (readonly Said[])[];
  /** Value of `/PageLabels`. */
  readonly labels?: string;
  /** Value of `/Info`. */
  readonly info?: string;
  /** More entries of the trailer, such as `/Encrypt`. */
  readonly trailer?: string;
  /** Instead of the number of pages. */
  readonly count?: number;
};

/** The bytes of it. */
export function pdf({ pages, labels, info, trailer = "", count = pages.length }: Sheets): Uint8Array {
  const named = labels === undefined ? "" : ` /PageLabels ${labels}`;
  const kids = pages.map((_, n) => `${2 * n + 6} 0 R`).join(" ");
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R${named} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>`,
    info ?? "<< >>",
    ...pages.flatMap((page, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${2 * n + 7} 0 R /Resources << /Font << /plain 3 0 R /bold 4 0 R >> >> >>`,
      streamOf(page.map(shown).join("\n")),
    ]),
  ];
  return Buffer.from(fileOf(objects, `/Root 1 0 R /Info 5 0 R ${trailer}`), "latin1");
}

/** A page whose content is `megabytes` of blanks, packed a thousand times smaller. */
export function bomb(megabytes: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, " "), { level: 1 }).toString("latin1");
  return Buffer.from(
    fileOf(
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
      ],
      "/Root 1 0 R",
    ),
    "latin1",
  );
}

/** Lines one below the other, 14 points apart, from `y` down. */
export function lines(texts: readonly string[], { y = 720, ...place }: Partial<Said> = {}): Said[] {
  return texts.map((text, n) => ({ ...place, text, y: y - 14 * n }));
}

function shown({ text, x = 72, y, size = 11, font = "plain" }: Said): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/gu, "\\$&").replaceAll("•", "\u0095")}) Tj ET`;
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function fileOf(objects: readonly string[], trailer: string): string {
  let file = "%PDF-1.7\n";
  const places = objects.map((object, n) => {
    const place = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  return `${file}${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
}
