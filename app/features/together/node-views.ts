/** Passages and threads on the page as the reader's page shows them: with a link that can be followed while writing. */
import type { NodeViewConstructor } from "prosemirror-view";
import { togetherWords as words } from "#app/words/together.ts";

/** Views for the page beside that text. */
export function nodeViews(text: string): Readonly<Record<string, NodeViewConstructor>> {
  return {
    passage(node) {
      const n = Number(node.attrs.n);
      const dom = document.createElement("blockquote");
      dom.dataset.passage = String(n);
      const exact = document.createElement("span");
      exact.textContent = String(node.attrs.exact);
      dom.append(exact, linkTo(`/t/${text}/p/${n}`, words.passage.paragraph(n), words.passage.goTo(n)));
      return { dom };
    },
    thread(node) {
      const note = String(node.attrs.note);
      const dom = linkTo(`/n/${note}`, words.thread.name, words.thread.goTo);
      dom.dataset.thread = note;
      return { dom };
    },
  };
}

function linkTo(href: string, name: string, label: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = href;
  link.textContent = name;
  link.setAttribute("aria-label", label);
  return link;
}
