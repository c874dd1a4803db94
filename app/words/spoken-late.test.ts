/** Words are read when they are needed: one that is read while a module loads stays in the language of that moment. */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { speakAs } from "./localised.ts";

const root = join(import.meta.dirname, "..", "..");
/** They begin to work when they are loaded. */
const doors = /\/(entry\.\w+|routes|start|worker|service-worker)\.(ts|tsx|mjs)$|\/cli\//;

const modules = ["app", "server"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(root, folder, file)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/test-/.test(file) && !doors.test(file));

it("no module reads a word while it is loaded", async () => {
  const read: string[] = [];
  let current = "";
  speakAs({
    current: () => {
      read.push(current);
      return "en";
    },
    within: (_, work) => work(),
  });
  for (const file of modules) {
    current = relative(root, file);
    await import(file);
  }
  expect(read).toEqual([]);
}, 180_000);
