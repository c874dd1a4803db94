/** Under what terms a text may be used: an SPDX identifier, one of two words of ours, or what its source says. */

/** What a form offers. */
export const licences = [
  "public-domain",
  "CC0-1.0",
  "CC-BY-4.0",
  "CC-BY-SA-4.0",
  "CC-BY-NC-4.0",
  "CC-BY-NC-SA-4.0",
  "CC-BY-ND-4.0",
  "CC-BY-NC-ND-4.0",
  "all-rights-reserved",
] as const;

const parts = "by(?:-nc)?(?:-sa|-nd)?";
const deed = new RegExp(`creativecommons\\.org/licenses/(${parts})/([1-4]\\.\\d)`, "iu");
const short = new RegExp(`^cc[ -](${parts})[ -]([1-4]\\.\\d)$`, "iu");
const long =
  /^creative commons (attribution[a-z -]{0,60}) ([1-4]\.\d)(?: international| unported| generic)?(?: licen[cs]e)?$/iu;

/** The licence that a source names by an address or a name; "" for words that name none that is known here. */
export function knownLicence(said: string): string {
  const line = said.trim().replace(/\.$/u, "");
  const named = deed.exec(line) ?? short.exec(line);
  if (named !== null) return `CC-${named[1]?.toUpperCase()}-${named[2]}`;
  const spelled = long.exec(line);
  if (spelled !== null) return `CC-${shortened(spelled[1] ?? "")}-${spelled[2]}`;
  if (/creativecommons\.org\/publicdomain\/zero\/|^cc0(?:[ -]1\.0)?$/iu.test(line)) return "CC0-1.0";
  if (/creativecommons\.org\/publicdomain\/mark\/|^public[ -]domain$/iu.test(line)) return "public-domain";
  return /^all[ -]rights[ -]reserved$/iu.test(line) ? "all-rights-reserved" : "";
}

/** The name by which a Creative Commons licence is cited, such as "CC BY-SA 4.0"; null for all others. */
export function commonsName(licence: string): string | null {
  if (licence === "CC0-1.0") return "CC0 1.0";
  const found = spdx.exec(licence);
  return found === null ? null : `CC ${found[1]} ${found[2]}`;
}

/** Where its terms stand; null for what is no Creative Commons licence. */
export function commonsAddress(licence: string): string | null {
  if (licence === "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  const found = spdx.exec(licence);
  return found === null ? null : `https://creativecommons.org/licenses/${found[1]?.toLowerCase()}/${found[2]}/`;
}

const spdx = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\.\d)$/u;

/** "Attribution-NonCommercial-ShareAlike" is BY-NC-SA. */
function shortened(name: string): string {
  const has = (word: RegExp) => word.test(name);
  return ["BY", has(/non-?commercial/iu) ? "NC" : "", has(/share-?alike/iu) ? "SA" : has(/no-?deriv/iu) ? "ND" : ""]
    .filter(Boolean)
    .join("-");
}
