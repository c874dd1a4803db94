/** What a note says without its looks: for excerpts, search and plain mail. */
import type { Block, Inline, Markup } from "./tree.ts";

/** The words of a note, blocks apart by a blank line, quotations and lists marked as one would type them. */
export function plainText(markup: Markup): string {
  return markup.map(blockText).join("\n\n");
}

/** The words of some phrases; a line break is "\n". */
export function inlineText(content: readonly Inline[]): string {
  return content.map(phraseText).join("");
}

/** Seats that a note names, each once, in the order in which it names them. */
export function mentionedSeats(markup: Markup): readonly string[] {
  return [...new Set(markup.flatMap(seatsOfBlock))];
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return inlineText(block.content);
    case "quote":
      return prefixed("> ", "> ", plainText(block.blocks));
    case "list":
      return block.items
        .map((item, i) => {
          const mark = block.ordered ? `${block.start + i}. ` : "- ";
          return prefixed(mark, " ".repeat(mark.length), item.map(blockText).join("\n"));
        })
        .join("\n");
    case "code":
      return block.text;
    case "maths":
      return block.source;
  }
}

function prefixed(first: string, rest: string, text: string): string {
  return text === "" ? "" : first + text.replaceAll("\n", `\n${rest}`);
}

function phraseText(phrase: Inline): string {
  switch (phrase.kind) {
    case "text":
    case "code":
      return phrase.text;
    case "lineBreak":
      return "\n";
    case "emphasis":
    case "strong":
    case "strike":
    case "link":
      return inlineText(phrase.content);
    case "maths":
      return phrase.source;
    case "mention":
      return `@${phrase.name}`;
    case "noteLink":
      return phrase.label === "" ? `/n/${phrase.note}` : phrase.label;
    case "paragraphRef":
      return `¶${phrase.number}`;
  }
}

function seatsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return block.content.flatMap(seatsOfPhrase);
    case "quote":
      return block.blocks.flatMap(seatsOfBlock);
    case "list":
      return block.items.flatMap((item) => item.flatMap(seatsOfBlock));
    case "code":
    case "maths":
      return [];
  }
}

function seatsOfPhrase(phrase: Inline): readonly string[] {
  if (phrase.kind === "mention") return [phrase.seat];
  return "content" in phrase ? phrase.content.flatMap(seatsOfPhrase) : [];
}
