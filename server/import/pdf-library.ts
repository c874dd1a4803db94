/** pdf.js, outside of the worker's one piece of code: only PDFs need its 3 MB, and its tables of characters lie beside it. */
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Library from "pdfjs-dist/legacy/build/pdf.mjs";

export type PdfDocument = Library.PDFDocumentProxy;
export type PdfPage = Library.PDFPageProxy;

const packages = createRequire(import.meta.url);

/**
 * Opens a PDF in this thread: no network, no code made at run time, no fonts, no forms and no scripts.
 * Rejects with what pdf.js throws, whose `name` tells what is wrong.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocument } = await library();
  return getDocument({
    // A copy, as pdf.js takes the memory of what it is given away.
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: join(dirname(packages.resolve("pdfjs-dist/package.json")), "cmaps") + sep,
    isEvalSupported: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
  }).promise;
}

/** The library with its worker, which then runs in the thread that asks for it. */
async function library(): Promise<typeof Library> {
  const { getBuiltinModule } = process;
  Object.assign(globalThis, stubs);
  try {
    // By this pdf.js finds a native canvas, which would be loaded into the process to draw what nobody sees.
    Reflect.deleteProperty(process, "getBuiltinModule");
    await import(addressOf("pdfjs-dist/legacy/build/pdf.worker.mjs"));
    return await import(addressOf("pdfjs-dist/legacy/build/pdf.mjs"));
  } finally {
    Object.assign(process, { getBuiltinModule });
  }
}

function addressOf(file: string): string {
  return pathToFileURL(packages.resolve(file)).href;
}

/** Classes of browsers that pdf.js names while it is loaded, and needs only to draw. */
const stubs = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} };
