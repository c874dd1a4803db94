/** Word documents: by mammoth to HTML, by the meaning of their styles and not by their looks. */
import mammoth from "mammoth";
import type { Piece } from "#app/domain/document/document.ts";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { entriesOf } from "#server/import/archive.ts";
import { languageTag, noFacts, type PageFacts } from "#server/import/facts.ts";
import { readHtml } from "#server/import/html.ts";
import { firstText, parseXml } from "#server/import/xml.ts";

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p > em:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
];

/** Pieces of a document and what it says of itself. Throws `invalid` for what Word would not open either. */
export async function readDocx(bytes: Uint8Array): Promise<PageFacts & { readonly pieces: Piece[] }> {
  // Sizes are looked at before mammoth unpacks the same entries.
  const entries = entriesOf(bytes, (name) => /\.(?:xml|rels)$/iu.test(name));
  const core = parseXml(entries.get("docProps/core.xml"));
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap, convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    const { pieces } = readHtml(value);
    const language = languageTag(firstText(core, "language"));
    // When a file was made is not when its text was published.
    return { ...noFacts, title: firstText(core, "title"), author: firstText(core, "creator"), language, pieces };
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem("invalid", importWords.brokenArchive, { cause: thrown });
  }
}
