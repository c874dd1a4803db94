/** Pieces of text as a file on its way out. */
import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate } from "node:timers/promises";
import type { TakenFile } from "#app/context/exports.ts";
import { type ExportFormat, fileKinds } from "#app/domain/export/export-format.ts";
import { fileName } from "#app/domain/export/file-name.ts";
import { takingWords } from "#app/words/taking.ts";

/** The file of that format with a name made of words that somebody typed. */
export function fileOf(format: ExportFormat, title: string, pieces: AsyncIterable<string>): TakenFile {
  const { extension, mediaType } = fileKinds[format];
  return { name: fileName(title, extension, takingWords.file.fallback), mediaType, chunks: inChunks(pieces) };
}

/** UTF-16 code units in one chunk at least: a note is a few hundred. */
const CHUNK = 32_768;

/**
 * Pieces put together and encoded, each of them made in a turn of the event loop of its own: nothing below waits for the
 * network or a disk, and setting the words of 10,000 notes takes seconds, in which nobody else would be answered.
 * They are made after the request was answered, but still in its language.
 */
export function inChunks(pieces: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  return encodedChunks(pieces[Symbol.asyncIterator](), AsyncLocalStorage.snapshot());
}

type InRequest = ReturnType<typeof AsyncLocalStorage.snapshot>;

async function* encodedChunks(coming: AsyncIterator<string>, inRequest: InRequest): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let chunk = "";
  for (;;) {
    const next = await inRequest(() => coming.next());
    if (next.done) break;
    chunk += next.value;
    await setImmediate();
    if (chunk.length < CHUNK) continue;
    yield encoder.encode(chunk);
    chunk = "";
  }
  if (chunk !== "") yield encoder.encode(chunk);
}
