/** A note as HTML text, for mail, exports and pages without JavaScript: every word escaped, every tag from here. */
import type { Block, Inline, Markup } from "./tree.ts";

export type HtmlOptions = {
  /** TeX to HTML, by whoever has a typesetter; the source in `<code class="math">` by default. */
  readonly maths?: (source: string, isBlock: boolean) => string;
  /** The name of who sits there, or null when nobody may know; what the writer typed by default. */
  readonly nameOf?: (seat: string) => string | null;
  /** Address of a note; `/n/ULID` by default. */
  readonly noteHref?: (note: string) => string;
  /** Address of a numbered block; `#12` by default. */
  readonly paragraphHref?: (number: number) => string;
};

/** The HTML of a note; nothing in it runs, and it holds no attribute but `class`, `href`, `rel` and `start`. */
export function markupHtml(markup: Markup, options: HtmlOptions = {}): string {
  return markup.map((block) => blockHtml(block, options)).join("");
}

function blockHtml(block: Block, options: HtmlOptions): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${inlineHtml(block.content, options)}</p>`;
    case "quote":
      return `<blockquote>${markupHtml(block.blocks, options)}</blockquote>`;
    case "list": {
      const items = block.items.map((item) => `<li>${itemHtml(item, options)}</li>`).join("");
      if (!block.ordered) return `<ul>${items}</ul>`;
      return block.start === 1 ? `<ol>${items}</ol>` : `<ol start="${block.start}">${items}</ol>`;
    }
    case "code":
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case "maths":
      return `<div class="math-block">${mathsHtml(block.source, true, options)}</div>`;
  }
}

/** An item that is one paragraph is that paragraph's words. */
function itemHtml(item: Markup, options: HtmlOptions): string {
  const [first, ...rest] = item;
  if (first?.kind !== "paragraph") return markupHtml(item, options);
  return inlineHtml(first.content, options) + markupHtml(rest, options);
}

function inlineHtml(content: readonly Inline[], options: HtmlOptions): string {
  return content.map((phrase) => phraseHtml(phrase, options)).join("");
}

const tags = { emphasis: "em", strong: "strong", strike: "s" } as const;

function phraseHtml(phrase: Inline, options: HtmlOptions): string {
  switch (phrase.kind) {
    case "text":
      return escapeHtml(phrase.text);
    case "lineBreak":
      return "<br>";
    case "emphasis":
    case "strong":
    case "strike":
      return `<${tags[phrase.kind]}>${inlineHtml(phrase.content, options)}</${tags[phrase.kind]}>`;
    case "code":
      return `<code>${escapeHtml(phrase.text)}</code>`;
    case "maths":
      return mathsHtml(phrase.source, false, options);
    case "link":
      return `<a href="${escapeHtml(phrase.href)}" rel="${LINK_REL}">${inlineHtml(phrase.content, options)}</a>`;
    case "mention":
      return `<span class="mention">@${escapeHtml(options.nameOf?.(phrase.seat) ?? phrase.name)}</span>`;
    case "noteLink":
      return noteHtml(phrase.note, phrase.label, options);
    case "paragraphRef":
      return `<a href="${escapeHtml(options.paragraphHref?.(phrase.number) ?? `#${phrase.number}`)}">¶${phrase.number}</a>`;
  }
}

/** What links of members carry: they get no window of ours, no referrer and no credit. */
export const LINK_REL = "noopener noreferrer nofollow ugc";

function noteHtml(note: string, label: string, { noteHref }: HtmlOptions): string {
  const href = noteHref?.(note) ?? `/n/${note}`;
  return `<a href="${escapeHtml(href)}">${escapeHtml(label === "" ? href : label)}</a>`;
}

function mathsHtml(source: string, isBlock: boolean, { maths }: HtmlOptions): string {
  return maths?.(source, isBlock) ?? `<code class="math">${escapeHtml(source)}</code>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, in an attribute too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
