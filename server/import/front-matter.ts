/** The `---` head of a Markdown file. Only flat `key: value` lines are read; everything else of YAML is skipped. */
import { dateLine, languageTag, noFacts, type PageFacts, rightsIn } from "#server/import/facts.ts";

/** A head above this length is no head. Lines. */
const longestHead = 200;

/** What the head says, and the source without it. */
export function frontMatter(source: string): PageFacts & { readonly body: string } {
  const lines = source
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const body = lines.join("\n");
  const nothing = { ...noFacts, body };
  if (lines[0]?.trimEnd() !== "---") return nothing;
  const end = lines.slice(1, longestHead).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  // A rule at the top of a text, not a head.
  if (end < 0 || !lines.slice(1, end + 1).some((line) => /^[\w-]{1,40}:/.test(line))) return nothing;
  const head = new Map(lines.slice(1, end + 1).flatMap(entry));
  return {
    title: head.get("title") ?? "",
    author: head.get("author") ?? "",
    language: languageTag(head.get("lang") ?? head.get("language") ?? null),
    published: dateLine(head.get("date") ?? head.get("published") ?? ""),
    ...rightsIn([
      { words: head.get("license") ?? head.get("licence") ?? "", isLicence: true },
      { words: head.get("rights") ?? head.get("copyright") ?? "", isLicence: false },
    ]),
    body: lines.slice(end + 2).join("\n"),
  };
}

function entry(line: string): [string, string][] {
  const at = line.indexOf(":");
  const key = line.slice(0, at).trim().toLowerCase();
  const value = line.slice(at + 1).trim();
  if (at <= 0 || value === "" || /^[[{|>&*!]/.test(value)) return [];
  return [[key, /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value]];
}
