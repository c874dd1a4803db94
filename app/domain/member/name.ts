/** Longest name, in code points. */
export const MAX_NAME = 80;

/** Names that would pass for the site itself. */
const reserved = ["admin", "administrator", "moderator", "system", "glossa"];

/** Look-alikes of Latin letters in Cyrillic, Greek and digits, after lower-casing (from Unicode's confusables, UTS 39 §4). */
const lookalikes: Readonly<Record<string, string>> = {
  а: "a",
  α: "a",
  ɑ: "a",
  "4": "a",
  "@": "a",
  ѕ: "s",
  "5": "s",
  $: "s",
  ԁ: "d",
  м: "m",
  т: "t",
  τ: "t",
  "7": "t",
  о: "o",
  ο: "o",
  σ: "o",
  "0": "o",
  ө: "o",
  е: "e",
  ε: "e",
  "3": "e",
  г: "r",
  ɡ: "g",
  "9": "g",
  у: "y",
  γ: "y",
  ү: "y",
  п: "n",
  ո: "n",
  η: "n",
  ν: "v",
  "1": "l",
  і: "l",
  ι: "l",
  ı: "l",
  i: "l",
  "|": "l",
  "!": "l",
  ӏ: "l",
  ј: "j",
};

/** The name as it is shown: NFC, single blanks, no control, format or direction characters. */
export function tidyName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\p{C}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** True when any word of the name, or the name as a whole, looks like one that is reserved for the site. */
export function isReservedName(name: string): boolean {
  const words = [name.replace(/[\s\p{P}]+/gu, ""), ...name.split(/[\s\p{Pd}._]+/u)];
  return words.some((word) => reservedSkeletons.has(skeleton(word)));
}

/** What a whole name looks like, whatever blanks and marks it has: equal for names that pass for each other. */
export function nameMark(name: string): string {
  return skeleton(name.replace(/[\s\p{P}]+/gu, ""));
}

/** What a name looks like: two names with one skeleton cannot be told apart at a glance. */
function skeleton(word: string): string {
  const letters = word
    .normalize("NFKD")
    .replace(/[\p{M}\p{C}]/gu, "")
    .toLowerCase();
  const plain = [...letters].map((letter) => lookalikes[letter] ?? letter).join("");
  return plain.replaceAll("rn", "m").replaceAll("vv", "w");
}

const reservedSkeletons = new Set(reserved.map(skeleton));
