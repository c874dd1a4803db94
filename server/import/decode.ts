/** Bytes to text: byte order marks, UTF-8, UTF-16, a declared charset, and windows-1252 as the last plausible reading. */
import { MAX_ARCHIVE_BYTES, MAX_IMPORT_BYTES } from "#app/domain/document/source-size.ts";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { signatureOf } from "#server/import/signature.ts";

/** Text of a file; `charset` is what a server declared. Throws `invalid` for what is empty, binary or in an unknown encoding, `too-large` above the limit. */
export function decode(bytes: Uint8Array, charset: string | null = null): string {
  refuseTooLarge(bytes.byteLength);
  const kind = signatureOf(bytes);
  if (kind !== null) throw new Problem("invalid", importWords.binary(importWords.kinds[kind]));
  const served = charset === null ? null : strict(bytes, charset);
  const text = marked(bytes) ?? served ?? declared(bytes) ?? utf8(bytes) ?? utf16(bytes) ?? western(bytes);
  if (text.includes("\0")) throw new Problem("invalid", importWords.unknownBinary);
  if (text.trim() === "") throw new Problem("invalid", importWords.empty);
  return text;
}

/** Throws `too-large`, naming the limit and the size, both in bytes. */
export function refuseTooLarge(size: number, most = MAX_IMPORT_BYTES): void {
  if (size > most) throw new Problem("too-large", importWords.tooLarge(megabytes(size), megabytes(most)));
}

/** Most bytes of an import that begins like this. */
export function mostBytes(bytes: Uint8Array): number {
  const kind = signatureOf(bytes);
  return kind === "epub" || kind === "word" || kind === "pdf" ? MAX_ARCHIVE_BYTES : MAX_IMPORT_BYTES;
}

/** Rounded up, so that one byte too many never reads "5.0 MB; at most 5.0 MB". */
function megabytes(size: number): string {
  return `${Math.ceil((size * 10) / (1024 * 1024)) / 10} MB`;
}

function marked(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strict(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return strict(bytes, "utf-16be");
  return null;
}

/** `<meta charset>` or an XML declaration in the first 1024 bytes, where HTML wants it (HTML, "prescan a byte stream"). */
function declared(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const label = /<(?:meta|\?xml)\s[^>]*?(?:charset|encoding)\s*=\s*["']?([\w-]{2,30})/i.exec(start)?.[1];
  // A UTF-16 label written in single bytes contradicts itself; HTML reads it as UTF-8.
  return label === undefined || /^utf-?16/i.test(label) ? null : strict(bytes, label);
}

function utf8(bytes: Uint8Array): string | null {
  const text = strict(bytes, "utf-8");
  // UTF-16 of a Latin text is valid UTF-8 with a NUL beside every letter.
  return text?.includes("\0") ? null : text;
}

/** UTF-16 without a mark shows as NULs on every second byte: two fifths of one side, and next to none on the other. */
function utf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const pairs = sample.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return strict(bytes, "utf-16le");
  if (even > pairs * 0.4 && odd < pairs * 0.05) return strict(bytes, "utf-16be");
  return null;
}

/** Quotation marks, dashes, the ellipsis and the no-break space of windows-1252, of which a short text may be full. */
const westernMarks = new Set([0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xa0, 0xab, 0xbb]);

/** Above a quarter of high bytes it is no western text: Cyrillic, Greek and Japanese in their old encodings have half. */
function western(bytes: Uint8Array): string {
  let high = 0;
  let control = 0;
  for (const byte of bytes) {
    if (byte >= 0x80 && !westernMarks.has(byte)) high += 1;
    if (isControl(byte)) control += 1;
  }
  if (control > bytes.length * 0.002) throw new Problem("invalid", importWords.unknownBinary);
  if (high > bytes.length * 0.25) throw new Problem("invalid", importWords.unknownEncoding);
  return windows1252(bytes);
}

/** Bytes that no text has: C0 without tab, line and page breaks, and the five that windows-1252 leaves undefined. */
function isControl(byte: number): boolean {
  if (byte < 0x20) return byte < 0x09 || byte > 0x0d;
  return byte === 0x7f || byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d;
}

/** Bytes 0x80 to 0x9f. Node from 20.18.3 decodes "windows-1252" as Latin 1 (nodejs/node#56542), which turns “ and – into controls. */
const c1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function windows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return latin.replace(/[\u0080-\u009f]/g, (found) => c1[found.charCodeAt(0) - 0x80] ?? found);
}

function strict(bytes: Uint8Array, label: string): string | null {
  try {
    if (new TextDecoder(label).encoding === "windows-1252") return windows1252(bytes);
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
