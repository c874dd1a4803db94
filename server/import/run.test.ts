import { describe, expect, it } from "vitest";
import { MAX_IMPORT_BYTES } from "#app/domain/document/source-size.ts";
import { isProblem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { speakAs } from "#app/words/localised.ts";
import type { Progress } from "#server/import/progress.ts";
import { buildInWorker, readImport } from "#server/import/run.ts";
import { docx, epub, paragraph } from "#server/import/test-archives.ts";
import { bomb } from "#server/import/test-pdf.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

// A worker starts in 0.1 s, the first after 0.5 s more, and in seconds on a machine that runs every other test as well.
describe("imports in a worker", { timeout: 60_000 }, () => {
  it("reads and builds", async () => {
    const reading = await readImport({ bytes: bytes("# The *wall*\n\nIt is **high**."), fileName: "a-wall.md" });
    expect(reading).toMatchObject({ format: "markdown", title: "The wall", author: "" });
    const content = await buildInWorker(reading.pieces, { labels: {}, leftOut: [] });
    expect(content.text).toBe("The wall\nIt is high.");
  });

  it.each([
    ["a book", epub({ chapters: [{ name: "a", body: "<p>It is high.</p>" }] }), "epub"],
    ["a Word document", docx(paragraph("It is high.")), "docx"],
  ])("reads %s there, too", async (_, input, format) => {
    const reading = await readImport({ bytes: input, fileName: null });
    expect([reading.format, reading.pieces.at(-1)?.text]).toEqual([format, "It is high."]);
  });

  it.each([
    ["binary", bytes("%PDF-1.4"), "invalid"],
    ["an archive that lies about its size", lying(), "invalid"],
    ["too large", new Uint8Array(MAX_IMPORT_BYTES * 3), "too-large"],
    ["nested too deeply", bytes(`<!doctype html>${"<div>".repeat(50_000)}x`), "too-large"],
  ])("refuses what is %s with a Problem of this side", async (_, input, code) => {
    const error: unknown = await readImport({ bytes: input, fileName: null }).catch((reason: unknown) => reason);
    expect(isProblem(error) && error.code).toBe(code);
  });

  it("stops a text that unpacks to more than fits", async () => {
    const bounds = { growth: 256 * 1024 * 1024 };
    const small = await readImport({ bytes: bomb(1), fileName: null }, bounds).catch((reason: unknown) => reason);
    expect(small).toMatchObject({ code: "invalid", sentence: importWords.scannedPdf });
    await expect(readImport({ bytes: bomb(400), fileName: null }, bounds)).rejects.toMatchObject({ code: "too-large" });
  });

  it("stops a text that takes too long, and works on", async () => {
    const slow = bytes(`# a\n\n${">".repeat(400_000)}`);
    await expect(readImport({ bytes: slow, fileName: null }, { limit: 300 })).rejects.toMatchObject({
      code: "too-large",
    });
    const texts = await Promise.all([1, 2, 3].map((n) => readImport({ bytes: bytes(`Wall ${n}.`), fileName: null })));
    expect(texts.map((reading) => reading.pieces[0]?.text)).toEqual(["Wall 1.", "Wall 2.", "Wall 3."]);
  });

  it("says how far it is", async () => {
    const said: Progress[] = [];
    const book = epub({ chapters: ["a", "b"].map((name) => ({ name, body: `<p>Wall ${name}.</p>` })) });
    await readImport({ bytes: book, fileName: null }, { onProgress: (progress) => said.push(progress) });
    expect(said).toEqual([
      { stage: "reading", share: null },
      { stage: "reading", share: 0 },
      { stage: "reading", share: 0.5 },
      { stage: "arranging", share: null },
    ]);
  });

  it("is given up while it runs and while it waits, and the line goes on", async () => {
    const slow = { bytes: bytes(`# a\n\n${">".repeat(400_000)}`), fileName: null };
    const hands = Array.from({ length: 4 }, () => new AbortController());
    const waits = hands.map(() => false);
    const readings = hands.map(({ signal }, n) =>
      readImport(slow, { signal, onProgress: ({ stage }) => (waits[n] = stage === "waiting") }),
    );
    const ends = Promise.allSettled(readings);
    expect(waits).toEqual([false, false, true, true]);
    for (const hand of hands.toReversed()) hand.abort("not wanted");
    expect(await ends).toEqual(hands.map(() => ({ status: "rejected", reason: "not wanted" })));
    const { pieces } = await readImport({ bytes: bytes("A wall."), fileName: null });
    expect(pieces[0]?.text).toBe("A wall.");
  });

  it("refuses in the language of whoever asks", async () => {
    speakAs({ current: () => "de", within: (_, work) => work() });
    const refused = readImport({ bytes: bytes("%PDF-1.4"), fileName: null });
    const sentence = await refused.catch((error: Error) => error.message);
    speakAs({ current: () => "en", within: (_, work) => work() });
    expect(sentence).toContain("Dieses PDF ist beschädigt");
  });
});

/** A document of 280 MB of nothing whose list of contents says that it is small. */
function lying(): Uint8Array {
  const honest = docx("", { "word/document.xml": [new Uint8Array(280 * 1024 * 1024), { level: 1 }] });
  const view = new DataView(honest.buffer, honest.byteOffset, honest.byteLength);
  for (let at = 0; at + 28 < honest.byteLength; at += 1) {
    // The size before it was packed, in the headers of entries and of the list (APPNOTE 4.3.7, 4.3.12).
    const kind = view.getUint32(at, true);
    const place = kind === 0x04034b50 ? 22 : kind === 0x02014b50 ? 24 : 0;
    if (place > 0 && view.getUint32(at + place, true) > 2 ** 28) view.setUint32(at + place, 1_000, true);
  }
  return honest;
}
