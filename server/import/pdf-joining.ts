/** Lines of a paragraph as one run of words: which hyphen at a line's end goes, and where there is a space. */
import type { Line, Part } from "#server/import/pdf-lines.ts";

/** Words with a hyphen that stand within a line somewhere in the text, in small letters: they keep it at a line's end. */
export type Compounds = ReadonlySet<string>;

/** Those in some texts. */
export function compoundsIn(texts: Iterable<string>): Compounds {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/[\p{L}‐-]+/gu)) {
      if (/\p{L}[-‐]\p{L}/u.test(word)) found.add(word.toLowerCase().replaceAll("‐", "-"));
    }
  }
  return found;
}

/** The parts of two lines that follow each other in a paragraph. */
function joined(before: readonly Part[], next: readonly Part[], compounds: Compounds): readonly Part[] {
  const last = before.at(-1);
  const words = next.find(({ kind }) => kind !== "page");
  if (last === undefined || words === undefined) return [...before, ...next];
  const seam = last.kind === "words" && words.kind === "words" ? seamOf(endOf(last.text), words.text, compounds) : " ";
  const kept = seam === "cut" ? last.text.slice(0, -1) : last.text + seam;
  return merged([...before.slice(0, -1), ...(seam === " " ? [last, space] : [{ ...last, text: kept }])], next);
}

/** The parts of a paragraph. */
export function partsOf(lines: readonly Line[], compounds: Compounds): readonly Part[] {
  return lines.reduce<readonly Part[]>(
    (parts, line) => (parts.length === 0 ? line.parts : joined(parts, line.parts, compounds)),
    [],
  );
}

const space: Part = { kind: "words", text: " " };

/** As much as a word has: a pattern that looks for an end reads all that it is given. */
function endOf(text: string): string {
  return text.slice(-100);
}

/** What stands between two lines; "cut" takes the hyphen away. */
function seamOf(before: string, next: string, compounds: Compounds): "cut" | "" | " " {
  if (before.endsWith("\u00ad")) return "cut";
  if (/\p{L}[-‐]$/u.test(before)) {
    // "Land- / und Seewege" leaves a word out; it is not broken.
    if (/^(?:und|oder|bzw|sowie|and|or|et|ou|y|o)\b/u.test(next)) return " ";
    return /^\p{Ll}/u.test(next) && !compounds.has(wordAcross(before, next)) ? "cut" : "";
  }
  if (/[^\s][—/-]$/u.test(before) || /\d–$/u.test(before)) return "";
  return /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。、」]$/u.test(before) &&
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}「]/u.test(next)
    ? ""
    : " ";
}

function wordAcross(before: string, next: string): string {
  const start = /[\p{L}-]+[-‐]$/u.exec(before)?.[0] ?? "";
  const end = /^[\p{L}-]+/u.exec(next)?.[0] ?? "";
  return (start.replace("‐", "-") + end).toLowerCase();
}

/** Words beside words are one part. */
function merged(before: readonly Part[], next: readonly Part[]): Part[] {
  const parts: Part[] = [];
  for (const part of [...before, ...next]) {
    const last = parts.at(-1);
    if (last?.kind === "words" && part.kind === "words")
      parts[parts.length - 1] = { kind: "words", text: last.text + part.text };
    else parts.push(part);
  }
  return parts;
}
