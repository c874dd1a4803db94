/** The server in one file: loading its modules one by one is most of a start, and some tests start it twenty times. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

let compiled: Promise<string> | null = null;

/** Path of `server/start.ts` as plain JavaScript, made of the sources as they are; once a process, in 0.3 s. */
export function compiledServer(root: string): Promise<string> {
  compiled ??= compile(root);
  return compiled;
}

async function compile(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["server/start.ts"],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    write: false,
    plugins: [atHome],
  });
  // Inside the repository, where it finds the packages; renamed into place, because two tests may make it at a time.
  const file = join(root, ".cache", "server.mjs");
  const draft = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, outputFiles.map(({ text }) => text).join(""));
  await rename(draft, file);
  return file;
}

/** Modules go on finding what lies beside their sources: migrations, the demo's texts, the code of workers. */
const atHome: Plugin = {
  name: "at-home",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:server|db)[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: "ts" };
    });
  },
};
