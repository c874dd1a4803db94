/** What sources say of themselves, whatever their format. */
import { knownLicence } from "#app/domain/document/licence.ts";

/** One line each, empty where the source is silent. */
export type PageFacts = {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** When it was published, as it is written there. */
  readonly published: string;
  /** As `app/domain/document/licence.ts` has it. */
  readonly licence: string;
  /** The line about copyright. */
  readonly rights: string;
};

/** Of a source that says nothing. */
export const noFacts: PageFacts = { title: "", author: "", language: "", published: "", licence: "", rights: "" };

/** Code units of a line that is taken over. */
const LINE = 300;

/** A BCP 47 tag in its usual capitals, or "". */
export function languageTag(value: string | null): string {
  try {
    return Intl.getCanonicalLocales(value?.trim() || [])[0] ?? "";
  } catch {
    return "";
  }
}

/** A date as it is written, without the time of day that machines add. */
export function dateLine(said: string): string {
  return line(said).replace(/^(\d{4}-\d\d-\d\d)T[\d:.]{2,20}(?:Z|[+-][\d:]{2,6})?$/u, "$1");
}

/**
 * Licence and copyright line among what a source says of them, most telling first. What is the name or address of a known
 * licence is the licence; the first of the others is the line, and where `isLicence` says so the licence in its own words.
 */
export function rightsIn(
  said: readonly { readonly words: string; readonly isLicence: boolean }[],
): Pick<PageFacts, "licence" | "rights"> {
  const lines = said
    .map(({ words, isLicence }) => ({ words: line(words), isLicence }))
    .filter(({ words }) => words !== "");
  const known = lines.map(({ words }) => knownLicence(words)).find((licence) => licence !== "");
  const own = lines.find(({ words, isLicence }) => isLicence && knownLicence(words) === "");
  const rights = lines.find(({ words, isLicence }) => !isLicence && knownLicence(words) === "");
  return { licence: known ?? own?.words ?? "", rights: rights?.words ?? "" };
}

function line(said: string): string {
  return said.replace(/\s+/gu, " ").trim().slice(0, LINE);
}
