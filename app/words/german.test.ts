/** German says everything that English says: the same words, with the same names and numbers in them. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { german } from "./de/german.ts";

type Words = Readonly<Record<string, unknown>>;
type Leaf = readonly [path: string, english: unknown, german: unknown];

/** Words that are the same in both languages. */
const shared =
  /^(Glossa|Name|Text|Newsletter|Spam|Literata|Inter|Normal|System|Serif|Sans|[JKNRHCQVAXEBU]|Esc|Administrator|Markdown|Rose|Amina Musa|Jonas Keller|Moderation|1 – 9, 0, -|Enter|Web Annotations \(JSON-LD\)|Private|Link|Passkeys?)$/;

const english = await englishCatalogues();
const catalogues = Object.keys(english).sort();
/** What is typed into the search line is the same everywhere. */
const syntax = /^searchWords\.help\.rows\.\d+\.0$/;
const leaves = catalogues
  .flatMap((name) => pairs(name, english[name], (german as Words)[name]))
  .filter(([path]) => !syntax.test(path));
const spoken = leaves.filter(([, ours]) => typeof ours === "function");

it("has the catalogues that English has", () => {
  expect(Object.keys(german).sort()).toEqual(catalogues);
});

it.each(catalogues)("has every word of %s", (name) => {
  expect(shape((german as Words)[name])).toEqual(shape(english[name]));
});

describe("names and numbers stand in both", () => {
  it.each(spoken)("%s", (_, ours, theirs) => {
    const given = argumentsFor(ours as Say, theirs as Say);
    expect(marksIn((theirs as Say)(...given), given)).toEqual(marksIn((ours as Say)(...given), given));
  });
});

it("leaves nothing in English by accident", () => {
  const same = leaves.filter(([, ours, theirs]) => ours === theirs && /\p{L}{2}/u.test(String(ours)));
  expect(same.filter(([, ours]) => !shared.test(String(ours))).map(([path]) => path)).toEqual([]);
});

it("quotes as German does", () => {
  const said = leaves.map(([path, , theirs]) => [path, typeof theirs === "function" ? say(theirs as Say) : theirs]);
  expect(said.filter(([, words]) => /["”]|“\p{L}/u.test(String(words))).map(([path]) => path)).toEqual([]);
});

type Say = (...given: unknown[]) => unknown;

async function englishCatalogues(): Promise<Words> {
  const folder = join(import.meta.dirname, "en");
  const modules = await Promise.all(
    readdirSync(folder).map(async (file): Promise<Words> => import(join(folder, file))),
  );
  return Object.assign({}, ...modules);
}

function pairs(path: string, ours: unknown, theirs: unknown): Leaf[] {
  if (typeof ours !== "object" || ours === null) return [[path, ours, theirs]];
  return Object.entries(ours).flatMap(([key, value]) => pairs(`${path}.${key}`, value, (theirs as Words)?.[key]));
}

/** Keys and kinds; a function may leave out what it has no use for, as in a plural that is like its singular. */
function shape(words: unknown): unknown {
  if (typeof words !== "object" || words === null) return typeof words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, shape(value)]));
}

/** Arguments of the kinds that all of these words can say; numbers are too small to be grouped, and more than one. */
function argumentsFor(...words: readonly [Say, ...Say[]]): unknown[] {
  const kinds = [(i: number) => `‹${i}›`, (i: number) => 101 + i, (i: number) => [`‹${i}›`]];
  for (const pick of combinations(kinds.length, words[0].length)) {
    const given = pick.map((kind, i) => kinds[kind]?.(i));
    try {
      if (!JSON.stringify(words.map((one) => one(...given))).includes("NaN")) return given;
    } catch {
      // These words want something else.
    }
  }
  throw new Error(`Nothing can be said with ${words[0]}`);
}

function combinations(kinds: number, length: number): number[][] {
  if (length === 0) return [[]];
  return combinations(kinds, length - 1).flatMap((rest) => Array.from({ length: kinds }, (_, kind) => [...rest, kind]));
}

function marksIn(said: unknown, given: readonly unknown[]): boolean[] {
  const words = JSON.stringify(said);
  return given.map((one) => words.includes(String(one)));
}

/** What it says, without the texts of mails, in which addresses stand. */
function say(words: Say): string {
  const said = words(...argumentsFor(words));
  return typeof said === "string" ? said : "";
}
