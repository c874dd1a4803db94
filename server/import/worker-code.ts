/** The code of an import worker in one piece: loading its 475 modules one by one costs a second of processor time a task. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

let made: Promise<string> | null = null;

/** Not in one word: whoever bundles this module puts an address in the place of that one. */
const address = ["import", "meta", "url"].join(".");

/** CommonJS for `new Worker(code, { eval: true })`, from the sources as they are; made once a process, in 0.3 s. */
export function workerCode(): Promise<string> {
  made ??= bundle().catch((error: unknown) => {
    made = null;
    throw error;
  });
  return made;
}

async function bundle(): Promise<string> {
  // Only who imports needs it; it is what tsx, the loader of all our sources, translates them with.
  const esbuild = await import("esbuild");
  const entry = join(import.meta.dirname, "worker.ts");
  try {
    const { outputFiles } = await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      // Code without a file has no address, and what stays outside of it (`pdf-library.ts`) is looked for from one.
      define: { [address]: JSON.stringify(pathToFileURL(entry).href) },
      write: false,
    });
    return outputFiles.map(({ text }) => text).join("");
  } finally {
    // Its process would stay, with some 30 MB, for the rest of ours.
    await esbuild.stop();
  }
}
