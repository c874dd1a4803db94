/** Sentences of the import: what is said when bytes cannot become a text. */
import { numbersIn } from "../numbers.ts";

const { number } = numbersIn("en");

export const importWords = {
  empty: "There is no text in this. Paste or choose something with words in it.",
  nothingLeft: "Nothing would be left of this text. Keep at least one piece.",
  tooLarge: (size: string, limit: string) => `This is ${size}; a text can be at most ${limit}.`,
  tooManyPieces: (limit: number) => `This has more than ${number(limit)} paragraphs. Split it into parts.`,
  tooComplicated: "This text takes too long to read in. Split it into parts, or save it as plain text first.",
  tooDeep: "This page is nested too deeply to read in. Save it as plain text first.",
  busy: "Many texts are being read in at this moment. Please try again in a little while.",
  binary: (kind: string) => `This looks like ${kind}, not like text. Save it as plain text, Markdown or HTML first.`,
  tooManyEntries: "This archive holds more files than a text has. Take out what is not needed.",
  tooMuchUnpacked: "Unpacked this would be more than 40 MB. Take pictures out, or split it into parts.",
  brokenArchive: "This file is broken, or protected with a password. Open it, save it anew, and try again.",
  noBook: "There is no chapter that can be read in this book. It may be locked by the shop that sold it.",
  tooManyPages: (limit: number) =>
    `This PDF has more than ${number(limit)} pages. Take out the part that is read, and add that.`,
  lockedPdf: "This PDF is protected with a password. Save it without one, and try again.",
  brokenPdf: "This PDF is damaged. Open it, save it anew, and try again.",
  scannedPdf:
    "This PDF is a scan: it has pictures of pages, and no text. Run text recognition (OCR) on it first, and add what comes out.",
  unknownBinary: "This file is not text. Save it as plain text, Markdown or HTML first.",
  unknownEncoding: "The letters of this file cannot be read. Save it with the encoding UTF-8 and try again.",
  noAddress: "This is no address of a page. It looks like https://example.org/essay.",
  notFetched:
    "Nothing could be fetched from this address. Only pages that anybody can open without signing in can be; save it as a file and choose that.",
  unreadableType: "What is at this address is no text that can be read in. Save it as a file and choose that.",
  tooMuchThere: "What is at this address is more than 5 MB. Save the part that you need as a file and choose that.",
  kinds: {
    pdf: "a PDF",
    word: "a Word document",
    odt: "an OpenDocument text",
    epub: "an EPUB book",
    zip: "a ZIP archive",
    oldOffice: "an old Word or Office document",
    rtf: "an RTF document",
    gzip: "a compressed archive",
    image: "an image",
    audio: "a sound or film",
    program: "a program",
    sqlite: "a database",
  },
} as const;
