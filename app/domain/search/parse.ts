import { isDay } from "./day.ts";
import { identityOf } from "./format.ts";
import {
  type Edge,
  edges,
  MAX_QUERY,
  MAX_TERMS,
  MAX_TEXT,
  type NamedFacet,
  namedFacets,
  type Query,
  type Term,
} from "./query.ts";
import { facetSpelt, flagSpelt } from "./spelling.ts";

/** One piece of the line: where it stands (UTF-16 code units), what precedes a quotation mark, and what is between two. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  readonly bare: string;
  /** Null without quotation marks. */
  readonly quoted: string | null;
};

type Kind = Term extends infer T ? (T extends Term ? Omit<T, "negated"> : never) : never;

const paragraph = /^(?:¶|p:)(\d{1,6})(?:[-–](\d{1,6}))?$/iu;
const facetBefore = /^([a-z]+):(.*)$/iu;

/**
 * Reads a query line. Whatever is no facet is words, so nothing that is typed is an error. The same term twice counts once.
 */
export function parseQuery(line: string): Query {
  const terms = new Map<string, Term>();
  for (const piece of piecesOf(cleaned(line))) {
    const kind = kindOf(piece);
    if (kind === null) continue;
    const term = { ...kind, negated: piece.negated };
    terms.set(identityOf(term), term);
    if (terms.size === MAX_TERMS) break;
  }
  return [...terms.values()];
}

/** The pieces of a line: split at white space that is in no quotation marks; an open quotation ends with the line. */
export function* piecesOf(line: string): Generator<Piece> {
  const piece = /(-(?=\S))?([^\s"]*)(?:"([^"]*)"?)?/uy;
  let at = 0;
  while (at < line.length) {
    if (/\s/u.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    piece.lastIndex = at;
    const [whole = "", minus, bare = "", quoted = null] = piece.exec(line) ?? [];
    // A word that runs into a quotation mark ends there, but for a facet, whose value may be quoted.
    const isFacet = facetBefore.exec(bare)?.[2] === "";
    const cut = quoted !== null && bare !== "" && !isFacet;
    const end = cut ? at + (minus ?? "").length + bare.length : at + whole.length;
    yield { start: at, end, negated: minus !== undefined, bare, quoted: cut ? null : quoted };
    at = end;
  }
}

/** Without what no word holds: control characters, halves of surrogate pairs; letters composed (NFC). */
function cleaned(line: string): string {
  return line
    .slice(0, MAX_QUERY)
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/\p{Cc}/gu, " ")
    .normalize("NFC");
}

function kindOf({ bare, quoted }: Piece): Kind | null {
  const facet = facetOf(bare, quoted);
  if (facet !== null) return facet;
  if (quoted === null) return wordOf(bare);
  const text = shortened(`${bare}${quoted}`);
  return text === "" ? null : { kind: "phrase", text };
}

function wordOf(bare: string): Kind | null {
  const text = shortened(bare);
  return text === "" ? null : { kind: "word", text };
}

function facetOf(bare: string, quoted: string | null): Kind | null {
  const [, from, to = from] = (quoted === null && paragraph.exec(bare)) || [];
  if (from !== undefined) return placeOf(Number(from), Number(to));
  const [, key = "", rest = ""] = facetBefore.exec(bare) ?? [];
  const value = shortened(quoted ?? rest);
  if (value === "") return null;
  const facet = facetSpelt(key);
  if (isOneOf(namedFacets, facet)) return { kind: "named", facet, value };
  if (isOneOf(edges, facet) && isDay(value)) return { kind: "time", edge: facet, day: value };
  const flag = flagSpelt(`${key}:${value}`);
  return flag === null ? null : { kind: "flag", flag };
}

function placeOf(a: number, b: number): Kind {
  return { kind: "place", from: Math.min(a, b), to: Math.max(a, b) };
}

/** On one line, at most `MAX_TEXT` code units, not ending in half a character. */
function shortened(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, MAX_TEXT)
    .replace(/\p{Surrogate}$/u, "")
    .trim();
}

function isOneOf<T extends NamedFacet | Edge>(all: readonly T[], one: string | null): one is T {
  return all.some((each) => each === one);
}
