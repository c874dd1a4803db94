/** The words of a note as elements for the printed page, which React does not draw. */
import type { Block, Inline, Markup } from "#app/domain/markup/tree.ts";

/** Elements and text nodes, in order. `nameOf` tells who sits somewhere. */
export function printedWords(markup: Markup, nameOf: (seat: string) => string | null): Node[] {
  return markup.map((block) => blockNode(block, nameOf));
}

type NameOf = Parameters<typeof printedWords>[1];

function blockNode(block: Block, nameOf: NameOf): Node {
  switch (block.kind) {
    case "paragraph":
      return element(
        "div",
        block.content.map((one) => phraseNode(one, nameOf)),
      );
    case "quote":
      return element("blockquote", printedWords(block.blocks, nameOf));
    case "list":
      return element(
        block.ordered ? "ol" : "ul",
        block.items.map((item) => element("li", printedWords(item, nameOf))),
      );
    case "code":
      return element("pre", [block.text]);
    case "maths":
      return element("code", [block.source]);
  }
}

function phraseNode(phrase: Inline, nameOf: NameOf): Node {
  switch (phrase.kind) {
    case "text":
      return new Text(phrase.text);
    case "lineBreak":
      return element("br", []);
    case "emphasis":
    case "strong":
    case "strike":
    case "link": {
      const name = { emphasis: "em", strong: "strong", strike: "s", link: "span" }[phrase.kind];
      return element(
        name,
        phrase.content.map((one) => phraseNode(one, nameOf)),
      );
    }
    case "code":
      return element("code", [phrase.text]);
    case "maths":
      return element("code", [phrase.source]);
    case "mention":
      return new Text(`@${nameOf(phrase.seat) ?? phrase.name}`);
    case "noteLink":
      return new Text(phrase.label);
    case "paragraphRef":
      return new Text(`¶${phrase.number}`);
  }
}

function element(name: string, content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}
