/** What the head of a web page says of it: for browsers, for search engines (schema.org), and for libraries (Highwire, Dublin Core). */
import type { Element, Root } from "hast";
import { elementsOf, property, textOf } from "#server/import/element.ts";
import { dateLine, languageTag, type PageFacts, rightsIn } from "#server/import/facts.ts";

/** Names of `meta` that say when a page was published, the most telling first. */
const dates = [
  ...["citation_publication_date", "citation_date", "article:published_time", "datepublished"],
  ...["dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date"],
];
const rights = ["dc.rights", "dcterms.rights", "copyright"];
const licences = ["dc.rights.license", "dcterms.license", "license"];

/** A larger block of JSON describes a catalogue. UTF-16 code units. */
const MOST_JSON = 200_000;

/** Facts of a parsed page. */
export function factsOfPage(page: Root): PageFacts {
  const nodes = elementsOf(page);
  const of = (name: string) => nodes.filter(({ tagName }) => tagName === name);
  const metas = metasIn(of("meta"));
  const linked = linkedIn(nodes);
  const said = (names: readonly string[]) => names.flatMap((name) => metas.get(name) ?? []);
  const [html] = of("html");
  // A drawing in the text has a title of its own.
  const title = of("head")
    .flatMap(elementsOf)
    .find(({ tagName }) => tagName === "title");
  const [published = ""] = [...said(dates), ...linked.published];
  return {
    title: title === undefined ? "" : textOf(title).replace(/\s+/g, " ").trim(),
    author: (metas.get("author") ?? "").trim().slice(0, 200),
    language: languageTag(html === undefined ? null : property(html, "lang")),
    published: dateLine(published),
    ...rightsIn([
      ...licencesIn(nodes).map((words) => ({ words, isLicence: true })),
      ...[...said(licences), ...linked.licence].map((words) => ({ words, isLicence: true })),
      ...said(rights).map((words) => ({ words, isLicence: false })),
    ]),
  };
}

/** Contents by name in small letters; the first of a name counts. */
function metasIn(metas: readonly Element[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const meta of metas) {
    const name = (property(meta, "name") ?? property(meta, "property") ?? itemOf(meta)).toLowerCase();
    const content = property(meta, "content") ?? "";
    if (name !== "" && content.trim() !== "" && !found.has(name)) found.set(name, content);
  }
  return found;
}

function itemOf(meta: Element): string {
  const { itemProp } = meta.properties;
  return Array.isArray(itemProp) ? itemProp.join(" ") : "";
}

/** Addresses that a page links as its licence (HTML, "link type license"), in its head before its words. */
function licencesIn(nodes: readonly Element[]): readonly string[] {
  const links = nodes.filter(
    ({ tagName, properties: { rel } }) =>
      (tagName === "link" || tagName === "a") && Array.isArray(rel) && rel.includes("license"),
  );
  return links.flatMap((link) => property(link, "href") ?? []).filter((href) => /^https?:/iu.test(href));
}

type Linked = { readonly published: readonly string[]; readonly licence: readonly string[] };

/** What JSON-LD says, at its top or in its graph; what cannot be read is passed over. */
function linkedIn(nodes: readonly Element[]): Linked {
  const things = nodes
    .filter((node) => node.tagName === "script" && property(node, "type")?.toLowerCase() === "application/ld+json")
    .map(textOf)
    .filter((json) => json.length <= MOST_JSON)
    .flatMap(thingsIn);
  const said = (name: string) => things.flatMap((thing) => (typeof thing[name] === "string" ? thing[name] : []));
  return { published: said("datePublished"), licence: said("license") };
}

type Thing = Readonly<Record<string, unknown>>;

function thingsIn(json: string): readonly Thing[] {
  try {
    const parsed: unknown = JSON.parse(json);
    const top = Array.isArray(parsed) ? parsed.filter(isThing) : isThing(parsed) ? [parsed] : [];
    return top.flatMap((thing) => [thing, ...(Array.isArray(thing["@graph"]) ? thing["@graph"].filter(isThing) : [])]);
  } catch {
    return [];
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
