/** A note's tree as Markdown that shows just it: what the note could not say, it cannot say here either. */
import { inlineText } from "#app/domain/markup/plain-text.ts";
import type { Block, Inline, Markup } from "#app/domain/markup/tree.ts";
import { escaped, escapedOn, indented, longestRun } from "./escaped-markdown.ts";
import { noteAddress } from "./taken.ts";

/** Blocks apart by an empty line. `origin` is the site's address, under which notes are found. */
export function markupMarkdown(markup: Markup, origin: string): string {
  return markup.map((block) => blockMarkdown(block, origin)).join("\n\n");
}

function blockMarkdown(block: Block, origin: string): string {
  switch (block.kind) {
    case "paragraph":
      return inlineMarkdown(block.content, origin);
    case "quote":
      return `> ${markupMarkdown(block.blocks, origin).replaceAll("\n", "\n> ")}`;
    case "list":
      return block.items
        .map((item, i) => {
          const mark = block.ordered ? `${block.start + i}. ` : "- ";
          return mark + indented(markupMarkdown(item, origin), mark.length);
        })
        .join("\n");
    case "code":
      return fenced(block.text, "`");
    case "maths":
      return `$$\n${block.source.replaceAll("$", "")}\n$$`;
  }
}

/** Between fences longer than any run of their sign within. */
export function fenced(text: string, sign: string): string {
  const fence = sign.repeat(Math.max(3, longestRun(text, sign) + 1));
  return `${fence}\n${text}\n${fence}`;
}

function inlineMarkdown(content: readonly Inline[], origin: string): string {
  return content
    .map((phrase, i) => {
      if (phrase.kind !== "text") return phraseMarkdown(phrase, origin);
      const beginsLine = i === 0 || content[i - 1]?.kind === "lineBreak";
      return beginsLine ? escaped(phrase.text) : escapedOn(phrase.text);
    })
    .join("");
}

const marks = { emphasis: "*", strong: "**", strike: "~~" } as const;

function phraseMarkdown(phrase: Exclude<Inline, { readonly kind: "text" }>, origin: string): string {
  switch (phrase.kind) {
    case "lineBreak":
      return "\\\n";
    case "emphasis":
    case "strong":
    case "strike":
      return `${marks[phrase.kind]}${inlineMarkdown(phrase.content, origin)}${marks[phrase.kind]}`;
    case "code": {
      const fence = "`".repeat(longestRun(phrase.text, "`") + 1);
      return `${fence} ${phrase.text.replaceAll("\n", " ")} ${fence}`;
    }
    case "maths":
      return `$${phrase.source.replaceAll("$", "").replaceAll("\n", " ")}$`;
    case "link":
      return linked(inlineText(phrase.content), phrase.href.startsWith("/") ? origin + phrase.href : phrase.href);
    case "mention":
      return escaped(`@${phrase.name}`);
    case "noteLink": {
      const address = noteAddress(origin, phrase.note);
      return linked(phrase.label === "" ? address : phrase.label, address);
    }
    case "paragraphRef":
      return `¶${phrase.number}`;
  }
}

/** Angle brackets hold an address whatever is in it but themselves, white space and backslashes. */
function linked(label: string, address: string): string {
  return `[${escaped(label.replaceAll("\n", " "))}](<${address.replaceAll(/[<>\\\s]/g, (sign) => encodeURIComponent(sign))}>)`;
}
