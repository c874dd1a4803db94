/** Letters that are read as others: a small table of our own, by lower-case letters and after NFKC, for what small letters look like. */

/** Cyrillic, Greek and some Latin letters, each with the Latin ones that it passes for. */
const pairs = [
  "аa вb сc еe һh нh іi јj кk мm оo рp ѕs тt уy хx ԁd ԛq ԝw ѵv ӏi ґr",
  "αa βb γy εe ηn ιi κk μu νv οo ρp τt υu χx ωw",
  "ıi øo łl đd ħh ŧt ɑa ɡg ɩi ʀr ᴀa ʙb ᴄc ᴅd ᴇe ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ʏy ᴢz",
];
const longer: readonly (readonly [string, string])[] = [
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ς", "σ"],
];

const table: ReadonlyMap<string, string> = new Map([
  ...pairs.flatMap((line) => line.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)] as const)),
  ...longer,
]);

/** Signs that stand for letters inside a word ("1d10t", "a$$"). */
const signs: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
  ["@", "a"],
  ["$", "s"],
  ["!", "i"],
  ["|", "i"],
]);

/** The letter that this one passes for, or itself. Expects one lower-case character. */
export function plainLetter(character: string): string {
  return table.get(character) ?? character;
}

/** The letter that a digit or sign stands for between letters; null for one that stands for none. */
export function letterBehind(sign: string): string | null {
  return signs.get(sign) ?? null;
}
