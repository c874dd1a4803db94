import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { stampOf } from "./build.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "glossa-build-"));
  put("app/root.tsx", "root");
  put("app/routes/_index.tsx", "index");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, contents: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), contents);
}

const changes: readonly (readonly [string, () => void])[] = [
  ["a changed file", () => put("app/root.tsx", "other")],
  ["a new file", () => put("public/icon.svg", "<svg/>")],
  ["a file that went", () => rmSync(join(root, "app/routes/_index.tsx"))],
  ["a moved boundary between two files", () => put("app/routes/_index.tsx", "index\0")],
  ["other packages", () => put("package-lock.json", "{}")],
];

it.each(changes)("%s makes the build stale", (_, change) => {
  const before = stampOf(root);
  change();
  expect(stampOf(root)).not.toBe(before);
});

const noChanges: readonly (readonly [string, () => void])[] = [
  ["another time", () => utimesSync(join(root, "app/root.tsx"), 1, 1)],
  ["a test", () => put("app/domain/group.test.ts", "")],
  ["the server", () => put("server/index.ts", "")],
];

it.each(noChanges)("%s does not", (_, change) => {
  const before = stampOf(root);
  change();
  expect(stampOf(root)).toBe(before);
});
