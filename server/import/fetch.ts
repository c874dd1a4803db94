/** Fetches a text that somebody gave the address of: from the public internet only, within bounds of time and size. */
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { MAX_IMPORT_BYTES } from "#app/domain/document/source-size.ts";
import { Problem } from "#app/domain/problem.ts";
import { urlOf } from "#app/domain/url.ts";
import { importWords } from "#app/words/import.ts";
import { heldTo, type Resolve, systemResolve, vettedAddress } from "#server/public-address.ts";
import { refuseTooLarge } from "./decode.ts";
import { percentDecoded } from "./percent.ts";
import type { ImportInput } from "./read.ts";

export type FetchParts = {
  readonly resolve?: Resolve;
  /** Which address may be called; tests let a server of their own pass. */
  readonly vet?: typeof vettedAddress;
  /** Milliseconds for all of it: looking up, connecting, redirects, reading. */
  readonly timeLimit?: number;
  /** Gives it up; the fetching rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
};

const MOST_REDIRECTS = 3;
/** At one time, for everybody: each may hold 5 MB for as long as the limit of time. */
const MOST_AT_ONCE = 8;
const RETRY_AFTER = 10_000;

/** Types that an import reads, with the ending that tells the importer; "" where the name or the bytes have to. */
const endings: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "application/xhtml+xml": ".html",
  "text/markdown": ".md",
  "text/x-markdown": ".md",
  "text/plain": "",
  "text/xml": "",
  "application/xml": "",
  "application/tei+xml": "",
  "application/epub+zip": ".epub",
  "application/pdf": ".pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
  "application/octet-stream": "",
};

/** Codings that are undone; all else is refused, as we ask for none. */
const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

let running = 0;

/**
 * The bytes at an address (`example.org/essay` is read as https). No cookies, no proxy; each redirect is vetted like the
 * first address, and connections go to the very address that was vetted. Rejects with `invalid`, `too-large` or `too-many`;
 * whether there is such a host is not told.
 */
export async function fetchSource(address: string, parts: FetchParts = {}): Promise<ImportInput> {
  const url = typedUrl(address);
  if (running >= MOST_AT_ONCE) throw new Problem("too-many", importWords.busy, { retryAfter: RETRY_AFTER });
  running += 1;
  const timeout = AbortSignal.timeout(parts.timeLimit ?? 10_000);
  const signal = parts.signal === undefined ? timeout : AbortSignal.any([timeout, parts.signal]);
  try {
    // Looking a name up cannot be aborted, only left.
    return await Promise.race([fetchFrom(url, parts, signal), whenAborted(signal)]);
  } catch (error) {
    parts.signal?.throwIfAborted();
    throw error instanceof Problem ? error : refusal(importWords.notFetched);
  } finally {
    running -= 1;
  }
}

/** The URL that somebody typed. Throws `invalid`. */
function typedUrl(address: string): URL {
  const typed = address.trim();
  const url = urlOf(/^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`);
  if (url === null || !/^https?:$/u.test(url.protocol)) throw refusal(importWords.noAddress);
  return url;
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

async function fetchFrom(
  first: URL,
  { resolve = systemResolve, vet = vettedAddress }: FetchParts,
  signal: AbortSignal,
): Promise<ImportInput> {
  let url = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const vetted = await vet(url, resolve);
    if (vetted === null) throw refusal(importWords.notFetched);
    const response = await get(url, { lookup: heldTo(vetted), signal });
    const next = redirectOf(response, url);
    if (next === null) return await sourceIn(response, url);
    response.destroy();
    url = next;
  }
  throw refusal(importWords.notFetched);
}

function get(url: URL, options: { lookup: ReturnType<typeof heldTo>; signal: AbortSignal }): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? secureRequest : plainRequest;
  const headers = { accept: Object.keys(endings).join(", "), "accept-encoding": "identity", "user-agent": "Glossa" };
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false, ...options }, resolve);
    sent.on("error", reject);
    sent.end();
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return null;
  return new URL(headers.location, from);
}

async function sourceIn(response: IncomingMessage, url: URL): Promise<ImportInput> {
  try {
    if (response.statusCode !== 200) throw refusal(importWords.notFetched);
    const [type = "", ...parameters] = (response.headers["content-type"] ?? "application/octet-stream").split(";");
    const ending = endings[type.trim().toLowerCase()];
    if (ending === undefined) throw refusal(importWords.unreadableType);
    refuseTooLarge(Number(response.headers["content-length"] ?? 0));
    const charset = /charset\s{0,3}=\s{0,3}"?([\w-]{2,30})/iu.exec(parameters.join(";"))?.[1] ?? null;
    return { bytes: await bytesOf(response), fileName: withEnding(nameIn(url), ending), charset };
  } finally {
    response.destroy();
  }
}

/** The body without its coding. Throws `too-large` as soon as there is more of it than a text has. */
async function bytesOf(response: IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of unpacked(response)) {
    parts.push(part);
    size += part.length;
    if (size > MAX_IMPORT_BYTES) throw new Problem("too-large", importWords.tooMuchThere);
  }
  return Buffer.concat(parts);
}

function unpacked(response: IncomingMessage): Readable {
  const coding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (coding === "identity") return response;
  const unpacker = unpackers[coding]?.();
  if (unpacker === undefined) throw refusal(importWords.unreadableType);
  response.once("error", (error) => unpacker.destroy(error));
  return response.pipe(unpacker);
}

/** The last part of the path: it names a text that has no other name, and tells its format. */
function nameIn(url: URL): string {
  return percentDecoded(url.pathname.split("/").at(-1) ?? "");
}

function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(ending) ? name : name + ending;
}

function refusal(sentence: string): Problem {
  return new Problem("invalid", sentence, { fields: { address: sentence } });
}
