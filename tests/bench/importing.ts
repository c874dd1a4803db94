/** A long page, a book and a PDF come in: time, memory, and how long everybody else waits for the event loop meanwhile. */
import type { ImportInput } from "#server/import/read.ts";
import { buildInWorker, readImport } from "#server/import/run.ts";
import { epub } from "#server/import/test-archives.ts";
import { lines, pdf } from "#server/import/test-pdf.ts";
import { makerOf } from "#tests/support/edited-texts.ts";
import { figures, withPauses } from "./pauses.ts";
import { row, table } from "./table.ts";

const PAGES = 300;
/** Words on a printed page, and letters in one of its lines. */
const LINES = 36;
const LETTERS = 66;
const MEGABYTE = 1024 * 1024;
/** Milliseconds between two looks at the memory of the process. */
const LOOK = 10;

export async function importing(): Promise<void> {
  table(
    "Imports in a worker: from bytes to pieces, and from pieces to a revision",
    ...["what", "kB", "pieces", "read ms", "longest turn", "busiest turn", "peak MB", "build ms", "longest turn"],
  );
  // The first worker of a process also makes the code of all others.
  await readImport({ bytes: new TextEncoder().encode("One line."), fileName: "first.txt" });
  for (const [name, input] of sources()) await measured(name, input);
}

function* sources(): Generator<readonly [string, ImportInput]> {
  const maker = makerOf(3);
  const paragraph = () => Array.from({ length: 6 }, () => maker.sentence().text).join(" ");
  const paragraphs = (bytes: number) => {
    const all: string[] = [];
    for (let size = 0; size < bytes; size += all.at(-1)?.length ?? 1) all.push(paragraph());
    return all;
  };
  const page = paragraphs(MEGABYTE)
    .map((words, i) => `${i % 12 === 0 ? `<h2>Part ${i / 12 + 1}</h2>` : ""}<p>${words}</p>`)
    .join("\n");
  const html = `<!doctype html><html lang="en"><title>A long page</title><body><article><h1>A long page</h1>${page}</article></body></html>`;
  yield ["a page of 1 MB", { bytes: new TextEncoder().encode(html), fileName: "page.html" }];
  const sheets = Array.from({ length: PAGES }, () => sheet(paragraph));
  const chapters = Array.from({ length: 20 }, (_, c) => {
    const own = sheets.slice(c * (PAGES / 20), (c + 1) * (PAGES / 20)).flat();
    return { name: `c${c + 1}`, body: `<h1>Chapter ${c + 1}</h1>${own.map((words) => `<p>${words}</p>`).join("")}` };
  });
  yield [`a book of ${PAGES} pages`, { bytes: epub({ chapters }), fileName: "book.epub" }];
  const pages = sheets.map((words) => lines(words.flatMap(wrapped)));
  yield [`a PDF of ${PAGES} pages`, { bytes: pdf({ pages }), fileName: "book.pdf" }];
}

/** The paragraphs of a printed page. */
function sheet(paragraph: () => string): string[] {
  const all: string[] = [];
  for (let used = 0; used < LINES; used += wrapped(all.at(-1) ?? "").length) all.push(paragraph());
  return all;
}

function wrapped(words: string): string[] {
  return words.match(new RegExp(`.{1,${LETTERS}}(?:\\s|$)`, "gu")) ?? [];
}

async function measured(name: string, input: ImportInput): Promise<void> {
  let reading: Awaited<ReturnType<typeof readImport>> | null = null;
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, LOOK);
  const read = await withPauses(async () => {
    reading = await readImport(input);
  });
  clearInterval(look);
  const pieces = (reading as Awaited<ReturnType<typeof readImport>> | null)?.pieces ?? [];
  const built = await withPauses(() => buildInWorker(pieces, { labels: {}, leftOut: [] }));
  const [ms, pause, busy] = figures(read);
  const [buildMs, buildPause] = figures(built);
  const size = Math.round(input.bytes.byteLength / 1024);
  row(
    name,
    size,
    pieces.length,
    ...[ms, pause, busy].map(String),
    Math.round((peak - before) / MEGABYTE),
    ...[buildMs, buildPause].map(String),
  );
}
