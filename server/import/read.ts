import type { Piece, SourceFormat } from "#app/domain/document/document.ts";
import { languageOf } from "#app/domain/document/language.ts";
import { countWords } from "#app/domain/document/words.ts";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { decode, mostBytes, refuseTooLarge } from "#server/import/decode.ts";
import { readDocx } from "#server/import/docx.ts";
import { readEpub } from "#server/import/epub.ts";
import { noFacts, type PageFacts } from "#server/import/facts.ts";
import { readHtml } from "#server/import/html.ts";
import { readMarkdown } from "#server/import/markdown.ts";
import { readPdf } from "#server/import/pdf.ts";
import { readPlain } from "#server/import/plain.ts";
import type { OnProgress } from "#server/import/progress.ts";
import { recognise, type TextFormat } from "#server/import/recognise.ts";
import { signatureOf } from "#server/import/signature.ts";
import { readTei } from "#server/import/tei.ts";

export type ImportInput = {
  readonly bytes: Uint8Array;
  /** As the browser gave it; null for pasted text. */
  readonly fileName: string | null;
  /** As a server declared it; it goes before what the text says of itself. */
  readonly charset?: string | null;
};

/** What an import proposes: its pieces, and first values for the form beside them ("" where nothing is known). */
export type ImportReading = PageFacts & {
  readonly format: SourceFormat;
  readonly pieces: readonly Piece[];
  /** Of all pieces but those that look like clutter. */
  readonly words: number;
};

/** Reads an import; `run.ts` does it off the event loop. Rejects with `invalid` and `too-large`. */
export async function readAny(
  { bytes, fileName, charset = null }: ImportInput,
  onProgress: OnProgress = ignore,
): Promise<ImportReading> {
  refuseTooLarge(bytes.byteLength, mostBytes(bytes));
  onProgress({ stage: "reading", share: null });
  switch (signatureOf(bytes)) {
    case "epub":
      return readingOf("epub", readEpub(bytes, onProgress), fileName);
    case "word":
      return readingOf("docx", await readDocx(bytes), fileName);
    case "pdf":
      return readingOf("pdf", await readPdf(bytes), fileName);
    default:
      return readNow({ bytes, fileName, charset }, onProgress);
  }
}

/** Reads a text here and now. Throws `invalid` and `too-large`. */
export function readNow(
  { bytes, fileName, charset = null }: ImportInput,
  onProgress: OnProgress = ignore,
): ImportReading {
  const text = decode(bytes, charset);
  const format = recognise(text, fileName);
  return readingOf(format, readers[format](text, onProgress), fileName);
}

const ignore: OnProgress = () => {};

type Read = PageFacts & { readonly pieces: readonly Piece[] };

function readingOf(format: SourceFormat, { pieces, ...facts }: Read, fileName: string | null): ImportReading {
  if (pieces.every((piece) => piece.text.trim() === "")) throw new Problem("invalid", importWords.empty);
  return {
    ...facts,
    format,
    pieces,
    words: pieces.reduce((sum, { clutter, text }) => sum + (clutter === null ? countWords(text) : 0), 0),
    title: textOfLabel(pieces, "title") || facts.title || nameAsTitle(fileName),
    author: facts.author || bylineOf(pieces),
    language:
      facts.language ||
      languageOf(
        pieces
          .slice(0, 60)
          .map((piece) => piece.text)
          .join("\n"),
      ),
  };
}

const readers: Readonly<Record<TextFormat, (text: string, onProgress: OnProgress) => Read>> = {
  plain: (text) => ({ ...noFacts, pieces: readPlain(text) }),
  markdown: readMarkdown,
  html: readHtml,
  tei: readTei,
};

function textOfLabel(pieces: readonly Piece[], label: Piece["label"]): string {
  return pieces.find((piece) => piece.label === label)?.text ?? "";
}

/** "the-wall_and.the window.txt" reads as "the wall and.the window". */
function nameAsTitle(fileName: string | null): string {
  return (fileName ?? "")
    .replace(/\.[a-z0-9]{1,8}$/i, "")
    .replace(/[-_\s]+/g, " ")
    .trim();
}

/** "By Ada Lovelace" among the first pieces. */
function bylineOf(pieces: readonly Piece[]): string {
  const lines = pieces.slice(0, 5).map((piece) => /^by\s(\p{Lu}[^\n.;]{2,80})$/iu.exec(piece.text)?.[1]);
  return lines.find((name) => name !== undefined) ?? "";
}
