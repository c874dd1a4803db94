/** Names of files that leave, and the header that carries them (RFC 6266 §4, RFC 5987 §3.2). */

/** Code points of a name before its extension: file systems take 255 bytes, and a letter takes up to four. */
const MAX_NAME = 60;

/** What no file system, shell or header should meet in a name: separators, wildcards, controls, format and lone characters. */
const unfit = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Co}\p{Cn}<>:"/\\|?*%]+/gu;

/** Device names of Windows, which are taken whatever extension follows. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A safe file name from words that somebody typed; `otherwise` where nothing of them is left. */
export function fileName(typed: string, extension: string, otherwise: string): string {
  const plain = [...typed.normalize("NFC").replace(unfit, " ")].slice(0, MAX_NAME).join("");
  const name = plain.replace(/\s+/gu, " ").replace(/^[\s.~-]+|[\s.]+$/gu, "");
  return `${name === "" || reserved.test(name) ? otherwise : name}.${extension}`;
}

/** The value of `Content-Disposition` for a download: plain letters for the old, UTF-8 for the rest. */
export function attachment(name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/gu, "_")
    .replace(/["\\]/gu, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeExtended(name)}`;
}

/** RFC 5987 `value-chars`: encodeURIComponent leaves four characters that it must not. */
function encodeExtended(value: string): string {
  return encodeURIComponent(value).replace(/['()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
