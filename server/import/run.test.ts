import { describe, expect, it } from "vitest";
import { isProblem } from "#app/domain/problem.ts";
import { MAX_IMPORT_BYTES } from "#server/import/decode.ts";
import { buildInWorker, readImport } from "#server/import/run.ts";

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
    ["binary", bytes("%PDF-1.4"), "invalid"],
    ["too large", new Uint8Array(MAX_IMPORT_BYTES * 3), "too-large"],
    ["nested too deeply", bytes(`<!doctype html>${"<div>".repeat(50_000)}x`), "too-large"],
  ])("refuses what is %s with a Problem of this side", async (_, input, code) => {
    const error: unknown = await readImport({ bytes: input, fileName: null }).catch((reason: unknown) => reason);
    expect(isProblem(error) && error.code).toBe(code);
  });

  it("stops a text that takes too long, and works on", async () => {
    const slow = bytes(`# a\n\n${">".repeat(400_000)}`);
    await expect(readImport({ bytes: slow, fileName: null }, 300)).rejects.toMatchObject({ code: "too-large" });
    const texts = await Promise.all([1, 2, 3].map((n) => readImport({ bytes: bytes(`Wall ${n}.`), fileName: null })));
    expect(texts.map((reading) => reading.pieces[0]?.text)).toEqual(["Wall 1.", "Wall 2.", "Wall 3."]);
  });
});
