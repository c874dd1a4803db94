/** What a file that is no text looks like, told by its first bytes. */
import type { importWords } from "#app/words/import.ts";

export type FileKind = keyof typeof importWords.kinds;

/** First bytes as hexadecimal digits, `..` for any byte. */
const signatures: readonly (readonly [start: string, kind: FileKind])[] = [
  ["25504446", "pdf"],
  ["504b0304", "zip"],
  ["504b0506", "zip"],
  ["d0cf11e0", "oldOffice"],
  ["7b5c727466", "rtf"],
  ["1f8b", "gzip"],
  ["377abcaf", "gzip"],
  ["526172211a", "gzip"],
  ["89504e47", "image"],
  ["47494638", "image"],
  ["ffd8ff", "image"],
  ["52494646........57454250", "image"],
  ["49492a00", "image"],
  ["4d4d002a", "image"],
  ["........66747970", "audio"],
  ["494433", "audio"],
  ["4f676753", "audio"],
  ["7f454c46", "program"],
  ["53514c69746520666f726d6174", "sqlite"],
];

/** Names that ZIP stores near the front, by which its children are told apart. */
const zipped: readonly (readonly [name: string, kind: FileKind])[] = [
  ["application/epub+zip", "epub"],
  ["application/vnd.oasis.opendocument", "odt"],
  ["word/", "word"],
];

/** The kind of file that the bytes begin as, or null where they may be text. */
export function signatureOf(bytes: Uint8Array): FileKind | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  const kind = signatures.find(([pattern]) => begins(start, pattern))?.[1] ?? null;
  return kind === "zip" ? zipKind(bytes) : kind;
}

function begins(start: string, pattern: string): boolean {
  if (start.length < pattern.length) return false;
  return [...pattern].every((digit, index) => digit === "." || digit === start[index]);
}

function zipKind(bytes: Uint8Array): FileKind {
  const front = Buffer.from(bytes.subarray(0, 8192)).toString("latin1");
  const back = Buffer.from(bytes.subarray(-8192)).toString("latin1");
  return zipped.find(([name]) => front.includes(name) || back.includes(name))?.[1] ?? "zip";
}
