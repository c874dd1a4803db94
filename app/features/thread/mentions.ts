/**
 * A field shows a mention as `@Name`; what is kept and sent is `@[Name](seat:…)`, which says who is meant. `Named` holds
 * the names that stand for a seat in one field: a name that is not in it is a plain word.
 */
import { escaped } from "./suggestions.ts";

export type Named = ReadonlyMap<string, string>;

/** Nobody is named yet. */
export const nobodyNamed: Named = new Map();

const source = /@\[((?:\\.|[^\\\][\n])+)\]\(seat:([0-9A-Z]{26})\)/gu;

/**
 * The words as a field shows them, and whom their names stand for. A second person of the same name keeps the source, and
 * so does everything where the words would not come back as they were given.
 */
export function shownMentions(body: string): { readonly words: string; readonly named: Named } {
  const named = new Map<string, string>();
  const words = body.replace(source, (mention: string, label: string, seat: string) => {
    const name = label.replace(/\\(.)/gu, "$1");
    if ((named.get(name) ?? seat) !== seat) return mention;
    named.set(name, seat);
    return `@${name}`;
  });
  return storedMentions(words, named) === body ? { words, named } : { words: body, named: nobodyNamed };
}

/** The words as they are kept and sent: every known `@Name` that stands by itself names its seat, long names first. */
export function storedMentions(words: string, named: Named): string {
  if (named.size === 0) return words;
  const names = [...named.keys()].sort((a, b) => b.length - a.length).map(literally);
  const shown = new RegExp(`(^|[^\\p{L}\\p{N}@])@(${names.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "gu");
  return words.replace(shown, (_, before: string, name: string) => before + mentionOf(name, named.get(name) ?? ""));
}

/** The source of a mention. */
export function mentionOf(name: string, seat: string): string {
  return `@[${escaped(name)}](seat:${seat})`;
}

function literally(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
