/** Tags as people type them, and what makes two of them one. */

import { tidyName } from "../member/name.ts";
import { MAX_TAG } from "./annotation.ts";

/** Marks of Latin, Greek and Cyrillic letters. Those of other scripts are vowels and stay. */
const marks = /[\u0300-\u036f]/g;

/** A tag's name as it is shown: tidied, without the sign that people put before it. Empty when nothing is left. */
export function tidyTag(typed: string): string {
  return tidyName(typed.replace(/^[\s#]+/, ""));
}

/** One key for one tag, however it is typed: compatibility forms (NFKC), case, marks and white space are folded. */
export function tagKey(name: string): string {
  const plain = tidyTag(name).normalize("NFKD").replace(marks, "").normalize("NFKC");
  return plain.toLowerCase().replace(/\s+/g, " ").trim();
}

/** Names tidied, empty ones left out, one of each key, in the order in which they were typed. */
export function tidyTags(typed: readonly string[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const name of typed.map(tidyTag)) {
    const key = tagKey(name);
    if (key !== "" && !byKey.has(key)) byKey.set(key, name);
  }
  return [...byKey.values()];
}

/** True for more code points than a tag may have. */
export function isLongTag(name: string): boolean {
  return [...name].length > MAX_TAG;
}
