/** The words of a note as elements for the printed page, which React does not draw. */
import type { Block, Inline, Markup } from "#app/domain/markup/tree.ts";

/** What words need of the page around them. */
export type Printing = {
  /** Who sits somewhere. */
  readonly nameOf: (seat: string) => string | null;
  /** Sets a formula; null where it cannot, so that its source stands there. */
  readonly maths: (source: string, isBlock: boolean) => Node | null;
};

/** Elements and text nodes, in order. */
export function printedWords(markup: Markup, printing: Printing): Node[] {
  return markup.map((block) => blockNode(block, printing));
}

function blockNode(block: Block, printing: Printing): Node {
  switch (block.kind) {
    case "paragraph":
      return element(
        "div",
        block.content.map((one) => phraseNode(one, printing)),
      );
    case "quote":
      return element("blockquote", printedWords(block.blocks, printing));
    case "list":
      return element(
        block.ordered ? "ol" : "ul",
        block.items.map((item) => element("li", printedWords(item, printing))),
      );
    case "code":
      return element("pre", [block.text]);
    case "maths":
      return printing.maths(block.source, true) ?? element("code", [block.source]);
  }
}

function phraseNode(phrase: Inline, printing: Printing): Node {
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
        phrase.content.map((one) => phraseNode(one, printing)),
      );
    }
    case "code":
      return element("code", [phrase.text]);
    case "maths":
      return printing.maths(phrase.source, false) ?? element("code", [phrase.source]);
    case "mention":
      return new Text(`@${printing.nameOf(phrase.seat) ?? phrase.name}`);
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
