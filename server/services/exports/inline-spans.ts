/** Which words of a text its author stressed, linked or set as code. */
import { decoded, type Tag, tagOf, tokensOf, voids } from "./article-tokens.ts";

/** What Markdown can say of words; `href` of a link, "" for the rest. */
export type InlineMark = { readonly kind: "link" | "strong" | "emphasis" | "strike" | "code"; readonly href: string };

/** Marked words: UTF-16 code units into the plain text, end exclusive. */
export type InlineSpan = InlineMark & { readonly start: number; readonly end: number };

const kinds: Readonly<Record<string, InlineMark["kind"]>> = {
  ...{ em: "emphasis", i: "emphasis", cite: "emphasis", dfn: "emphasis", var: "emphasis" },
  ...{ strong: "strong", b: "strong" },
  ...{ s: "strike", del: "strike" },
  ...{ code: "code", kbd: "code", samp: "code" },
};

/** The marked words of a text, each span within one block, by where they begin. */
export function inlineSpans(html: string): readonly InlineSpan[] {
  const spans: InlineSpan[] = [];
  /** Elements that are open inside the block, null for those that mark nothing. */
  let open: ({ readonly mark: InlineMark; readonly start: number } | null)[] = [];
  let at: number | null = null;
  for (const [token] of tokensOf(html)) {
    const tag = tagOf(token);
    if (tag === null) {
      if (at !== null) at += decoded(token).length;
    } else if (at === null) {
      if (tag.start !== null) [at, open] = [tag.start, []];
    } else if (tag.kind === "open") {
      if (tag.name === "br") at += 1;
      const mark = markOf(tag, token);
      if (!voids.has(tag.name)) open.push(mark && { mark, start: at });
    } else if (open.length === 0) {
      at = null;
    } else {
      const closed = open.pop() ?? null;
      if (closed !== null && closed.start < at) spans.push({ ...closed.mark, start: closed.start, end: at });
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function markOf({ name }: Tag, token: string): InlineMark | null {
  if (name === "a") {
    const href = decoded(/\shref="([^"]*)"/.exec(token)?.[1] ?? "");
    // A place within the text has no address in Markdown.
    return href === "" || href.startsWith("#") ? null : { kind: "link", href };
  }
  const kind = kinds[name];
  return kind === undefined ? null : { kind, href: "" };
}
