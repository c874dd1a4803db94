/** EPUB 2 and 3: the chapters of a book in reading order, as one page. */
import type { Element, Root } from "hast";
import type { Piece } from "#app/domain/document/document.ts";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { entriesOf } from "#server/import/archive.ts";
import { element, elementsOf, isElement, textNode, textOf } from "#server/import/element.ts";
import { dateLine, languageTag, type PageFacts, rightsIn } from "#server/import/facts.ts";
import { piecesOfTree } from "#server/import/html.ts";
import { pageLabel, pageMark } from "#server/import/page-marks.ts";
import { percentDecoded } from "#server/import/percent.ts";
import type { OnProgress } from "#server/import/progress.ts";
import { attribute, firstText, lineOf, named, parseXml } from "#server/import/xml.ts";

type Entries = ReadonlyMap<string, Uint8Array>;

/** Pieces of a book and what it says of itself. Throws `invalid` for what is no book, or one whose words are locked. */
export function readEpub(
  bytes: Uint8Array,
  onProgress: OnProgress = () => {},
): PageFacts & { readonly pieces: Piece[] } {
  const entries = entriesOf(bytes, (name) => /\.(?:xml|opf|ncx|x?html?)$/iu.test(name));
  const [rootfile] = named(parseXml(entries.get("META-INF/container.xml")), "rootfile");
  const place = rootfile === undefined ? "" : attribute(rootfile, "full-path");
  const book = parseXml(entries.get(place));
  const chapters = chaptersOf(book, entries, { place, onShare: (share) => onProgress({ stage: "reading", share }) });
  // Locked books keep an encrypted file under each name, in which there is no word.
  if (chapters.length === 0) throw new Problem("invalid", importWords.noBook);
  const title = firstText(book, "title");
  const facts = {
    title,
    author: authorsOf(book),
    language: languageTag(firstText(book, "language")),
    published: publishedIn(book),
    ...rightsIn(named(book, "rights").map((node) => ({ words: lineOf(node), isLicence: false }))),
  };
  const head = title === "" ? [] : [element("h1", [textNode(title)])];
  for (const chapter of chapters) markPages(chapter);
  onProgress({ stage: "arranging", share: null });
  const page: Root = { type: "root", children: [element("body", [...head, ...chapters])] };
  return { ...facts, pieces: piecesOfTree(page) };
}

function authorsOf(book: Root): string {
  const names = named(book, "creator").map(lineOf);
  return names
    .filter((name) => name !== "")
    .slice(0, 5)
    .join(", ")
    .slice(0, 200);
}

/** EPUB 3 has one date, that of publication; EPUB 2 says of each what it is of (OPF 2.0.1 §2.2.7). */
function publishedIn(book: Root): string {
  const dates = named(book, "date").map((node) => ({ words: lineOf(node), of: attribute(node, "opf:event") }));
  const published = dates.find(({ of }) => /publication/iu.test(of)) ?? dates.find(({ of }) => of === "");
  return dateLine(published?.words ?? "");
}

/** What is read one after the other; lists of contents and pages without words are left out. */
function chaptersOf(
  book: Root,
  entries: Entries,
  { place, onShare }: { readonly place: string; readonly onShare: (share: number) => void },
): readonly Element[] {
  const items = new Map(named(book, "item").map((item) => [attribute(item, "id"), item]));
  const titles = titlesIn(items, entries, place);
  return named(book, "itemref").flatMap((itemref, n, all) => {
    onShare(n / all.length);
    const item = items.get(attribute(itemref, "idref"));
    if (item === undefined || attribute(itemref, "linear") === "no") return [];
    if (attribute(item, "properties").split(/\s+/u).includes("nav")) return [];
    const path = resolved(place, attribute(item, "href"));
    const body = elementsOf(parseXml(entries.get(path))).find(({ tagName }) => tagName === "body");
    if (body === undefined || textOf(body).trim() === "") return [];
    return chapter(body, titles.get(path) ?? "");
  });
}

/** A chapter that has no heading gets the one of the list of contents. */
function chapter(body: Element, title: string): Element {
  // One chapter alone may hold most of a book: it is not its only text for that.
  for (const node of elementsOf(body)) if (["body", "main", "article"].includes(node.tagName)) node.tagName = "div";
  const hasHeading = elementsOf(body).some((node) => isElement(node, "h1", "h2", "h3"));
  return title === "" || hasHeading
    ? body
    : { ...body, children: [element("h2", [textNode(title)]), ...body.children] };
}

/** Turns breaks of printed pages (EPUB Accessibility 1.1, "page break markers") into marks, in place. */
function markPages(chapter: Element): void {
  for (const node of elementsOf(chapter)) {
    const says = `${attribute(node, "epub:type")} ${attribute(node, "role")}`.split(/\s+/u);
    if (!says.includes("pagebreak") && !says.includes("doc-pagebreak")) continue;
    const label = pageLabel(attribute(node, "title") || attribute(node, "aria-label") || textOf(node));
    Object.assign(node, label === "" ? element("span", []) : pageMark(label));
  }
}

/** Titles of chapters by path, from the list of contents of either version. */
function titlesIn(items: ReadonlyMap<string, Element>, entries: Entries, place: string): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const item of items.values()) {
    const path = resolved(place, attribute(item, "href"));
    const isNav = attribute(item, "properties").split(/\s+/u).includes("nav");
    const isNcx = attribute(item, "media-type") === "application/x-dtbncx+xml";
    if (!isNav && !isNcx) continue;
    const list = parseXml(entries.get(path));
    for (const { href, title } of isNav ? linksIn(list) : pointsIn(list)) {
      const chapterPath = resolved(path, href);
      if (title !== "" && !titles.has(chapterPath)) titles.set(chapterPath, title);
    }
  }
  return titles;
}

type Entry = { readonly href: string; readonly title: string };

function linksIn(list: Root): readonly Entry[] {
  return named(list, "a").map((link) => ({ href: attribute(link, "href"), title: textOf(link).trim() }));
}

function pointsIn(list: Root): readonly Entry[] {
  return named(list, "navpoint").map((point) => {
    const [content] = named(point, "content");
    const [label] = named(point, "text");
    return {
      href: content === undefined ? "" : attribute(content, "src"),
      title: label === undefined ? "" : textOf(label).trim(),
    };
  });
}

/** A path inside the archive, seen from a file in it; what would lead out of it leads nowhere. */
function resolved(from: string, href: string): string {
  const [path = ""] = href.split(/[#?]/u);
  const steps = [...from.split("/").slice(0, -1), ...percentDecoded(path).split("/")];
  const found: string[] = [];
  for (const step of steps) {
    if (step === "..") found.pop();
    else if (step !== "." && step !== "") found.push(step);
  }
  return found.join("/");
}
