/** Passages and threads on the page as the reader's page shows them: with a link that can be followed while writing. */
import type { NodeViewConstructor } from "prosemirror-view";
import type { CitedThread } from "#app/context/together.ts";
import { togetherWords as words } from "#app/words/together.ts";
import { type CitedThreads, labelOf, titleOf } from "./cited-titles.ts";

/** Views for the page beside that text. */
export function nodeViews(text: string, cited: CitedThreads): Readonly<Record<string, NodeViewConstructor>> {
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
      const dom = linkTo(`/n/${note}`, titleOf(undefined), labelOf(undefined));
      dom.dataset.thread = note;
      const say = (thread: CitedThread | undefined) => {
        dom.textContent = titleOf(thread);
        dom.setAttribute("aria-label", labelOf(thread));
      };
      const found = cited.find(note);
      if (found instanceof Promise) void found.then(say);
      else say(found);
      // What the link says is not the page's: it must not be read as something that was typed.
      return { dom, ignoreMutation: () => true };
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
