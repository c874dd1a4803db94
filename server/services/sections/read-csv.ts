/** A file of who is in which section, as people export it from elsewhere: a person and a section in each line. */
import { parse } from "csv-parse/sync";
import { Problem } from "#app/domain/problem.ts";
import { sectionWords as words } from "#app/words/sections.ts";

export type Person = { readonly id: string; readonly name: string; readonly email: string | null };

export type ReadFile = {
  /** Member ids by name of the section, in the order of the file. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
  readonly unread: readonly { readonly line: number; readonly why: string }[];
};

/** Characters; a course of thousands stays far below. */
export const MAX_FILE = 200_000;
const MOST_LINES = 5_000;

/**
 * Fields may be separated by comma, semicolon or tab and be quoted (RFC 4180); somebody is named by mail address or by name,
 * in either column order, and a first line that names nobody is a heading. Throws Problem("too-large") and, for a file that
 * is none, Problem("invalid").
 */
export function readSections(file: string, people: readonly Person[]): ReadFile {
  if (file.length > MAX_FILE) throw new Problem("too-large", words.fileTooLarge);
  const find = finder(people);
  const sections = new Map<string, string[]>();
  const unread: { line: number; why: string }[] = [];
  const seated = new Set<string>();
  rowsOf(file).forEach((cells, i) => {
    const [first = "", second = ""] = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    if (first === "") return;
    const straight = find(first);
    const person = straight ?? find(second);
    if (person === null && i === 0) return;
    const [said, section] = straight === null ? [second, first] : [first, second];
    const why = refusalOf(person, person === null ? first : said, section, seated);
    if (why !== null || person === null || person === "several") {
      unread.push({ line: i + 1, why: why ?? "" });
      return;
    }
    seated.add(person.id);
    sections.set(section, [...(sections.get(section) ?? []), person.id]);
  });
  return { sections, unread };
}

/** Null for a line that seats somebody. */
function refusalOf(
  person: Person | "several" | null,
  said: string,
  section: string,
  seated: ReadonlySet<string>,
): string | null {
  if (person === null) return words.unknownPerson(said);
  if (person === "several") return words.severalPeople(said);
  if (section === "") return words.noSection;
  return seated.has(person.id) ? words.twice(person.name) : null;
}

function rowsOf(file: string): readonly (readonly string[])[] {
  const delimiter = [",", ";", "\t"].find((sign) => (file.split("\n", 1)[0] ?? "").includes(sign)) ?? ",";
  try {
    return parse(file, {
      ...{ bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
      to: MOST_LINES,
    }) as string[][];
  } catch (error) {
    throw new Problem("invalid", words.noFile, { cause: error });
  }
}

function finder(people: readonly Person[]): (said: string) => Person | "several" | null {
  const fold = (typed: string) => typed.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, " ").trim();
  const byMail = new Map(people.flatMap((one) => (one.email === null ? [] : [[fold(one.email), one] as const])));
  const byName = new Map<string, Person[]>();
  for (const one of people) byName.set(fold(one.name), [...(byName.get(fold(one.name)) ?? []), one]);
  return (said) => {
    const known = byMail.get(fold(said));
    if (known !== undefined) return known;
    const named = byName.get(fold(said)) ?? [];
    return named.length > 1 ? "several" : (named[0] ?? null);
  };
}
