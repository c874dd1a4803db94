import { describe, expect, it } from "vitest";
import { MAX_IMPORT_BYTES } from "#app/domain/document/source-size.ts";
import { decode } from "#server/import/decode.ts";

const text = "Die Wäsche hängt am Zaun – naïve façade, “quoted”.";

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
}

function utf16be(value: string): Uint8Array {
  return Buffer.from(value, "utf16le").swap16();
}

describe("decode", () => {
  it.each([
    ["UTF-8", bytes(text), text],
    ["UTF-8 with a mark", bytes([0xef, 0xbb, 0xbf], text), text],
    ["UTF-16 LE with a mark", bytes([0xff, 0xfe], [...Buffer.from(text, "utf16le")]), text],
    ["UTF-16 BE with a mark", bytes([0xfe, 0xff], [...utf16be(text)]), text],
    ["UTF-16 LE without", Buffer.from(text, "utf16le"), text],
    ["UTF-16 BE without", utf16be(text), text],
    ["windows-1252", bytes("caf", [0xe9], " ", [0x93], "now", [0x94]), "café “now”"],
    [
      "a declared charset",
      bytes("<meta charset='shift_jis'><p>", [0x95, 0xc7], "</p>"),
      "<meta charset='shift_jis'><p>壁</p>",
    ],
    ["a charset that lies is passed over", bytes("<meta charset=utf-16><p>é</p>"), "<meta charset=utf-16><p>é</p>"],
    ["an unknown charset is passed over", bytes("<meta charset=klingon><p>é</p>"), "<meta charset=klingon><p>é</p>"],
    ["astral letters", bytes("𝔤𝔩𝔬𝔰𝔰𝔞"), "𝔤𝔩𝔬𝔰𝔰𝔞"],
  ])("reads %s", (_, input, expected) => {
    expect(decode(input)).toBe(expected);
  });

  it.each([
    ["nothing", bytes(""), "There is no text"],
    ["only blanks", bytes(" \n\t\u00a0\n"), "There is no text"],
    ["a PDF", bytes("%PDF-1.7 ..."), "a PDF"],
    ["a Word document", bytes([0x50, 0x4b, 3, 4], "....word/document.xml"), "a Word document"],
    ["an EPUB", bytes([0x50, 0x4b, 3, 4], "....mimetypeapplication/epub+zip"), "an EPUB"],
    ["a ZIP", bytes([0x50, 0x4b, 3, 4], "....a.txt"), "a ZIP archive"],
    ["an old Word document", bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "an old Word"],
    ["a PNG", bytes([0x89], "PNG\r\n"), "an image"],
    ["a JPEG", bytes([0xff, 0xd8, 0xff, 0xe0]), "an image"],
    ["a WebP", bytes("RIFF", [1, 2, 3, 4], "WEBP"), "an image"],
    ["RTF", bytes("{\\rtf1 x}"), "an RTF"],
    ["NULs", bytes("a\0\0b\0\0\0c\0\0"), "not text"],
    ["controls", bytes(Array.from({ length: 300 }, (_, index) => (index * 7) % 256)), "not text"],
    ["KOI8-R", bytes([...Buffer.from("стена и окно", "latin1")].map((byte) => 0xc0 + (byte % 0x30))), "UTF-8"],
  ])("refuses %s", (_, input, sentence) => {
    expect(() => decode(input)).toThrow(
      expect.objectContaining({ code: "invalid", sentence: expect.stringContaining(sentence) }),
    );
  });

  it("takes the limit and refuses one byte more, naming both", () => {
    const most = Buffer.alloc(MAX_IMPORT_BYTES, "a");
    expect(decode(most)).toHaveLength(MAX_IMPORT_BYTES);
    expect(() => decode(Buffer.concat([most, Buffer.from("a")]))).toThrow(
      expect.objectContaining({ code: "too-large", sentence: "This is 5.1 MB; a text can be at most 5 MB." }),
    );
  });
});
