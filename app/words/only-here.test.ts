/** Every sentence of the interface comes from `app/words`: no component has one of its own. A single letter is the name of a key. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const app = join(import.meta.dirname, "..");
/** Attributes that are read out or shown. */
const spoken = /^(aria-(label|description|roledescription|valuetext)|title|placeholder|alt|label|legend|hint)$/;

const components = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".tsx") && !file.includes(".test."),
);

it.each(components)("%s", (file) => {
  const source = ts.createSourceFile(file, readFileSync(join(app, file), "utf8"), ts.ScriptTarget.Latest, true);
  expect(literalsIn(source)).toEqual([]);
});

function literalsIn(node: ts.Node): string[] {
  const own = isLiteral(node) && /\p{L}{2}/u.test(node.getText()) ? [node.getText().trim()] : [];
  const inner: string[] = [];
  ts.forEachChild(node, (child) => void inner.push(...literalsIn(child)));
  return [...own, ...inner];
}

function isLiteral(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return true;
  if (!ts.isStringLiteral(node)) return false;
  return ts.isJsxAttribute(node.parent) && spoken.test(node.parent.name.getText());
}
