import type { ProposedSource } from "#app/context/documents.ts";
import { Problem } from "#app/domain/problem.ts";
import { libraryWords } from "#app/words/library.ts";

/** What a text is called that was pasted with its formatting. */
export const PASTED_NAME = "pasted.html";

/**
 * The bytes of a chosen file, else of what was pasted (with its formatting where the browser had it), else an address. The
 * name tells the importer what it may be. Throws Problem("invalid") when there is neither.
 */
export async function readUpload(form: FormData): Promise<ProposedSource> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name };
  }
  const rich = wordsOf(form, "rich");
  if (rich !== "") return { bytes: new TextEncoder().encode(rich), fileName: PASTED_NAME };
  const plain = wordsOf(form, "text");
  if (plain !== "") return { bytes: new TextEncoder().encode(plain), fileName: null };
  const address = wordsOf(form, "address");
  if (address !== "") return { address };
  throw new Problem("invalid", libraryWords.add.missing, { fields: { text: libraryWords.add.missing } });
}

function wordsOf(form: FormData, name: string): string {
  const value = form.get(name);
  // A form sends lines with CRLF (HTML, "constructing the entry list"), whatever they had where they were copied.
  return typeof value === "string" && value.trim() !== "" ? value.replaceAll("\r\n", "\n") : "";
}
