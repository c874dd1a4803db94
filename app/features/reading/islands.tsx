/**
 * HTML that is rendered on the server and never hydrated. A text of 500,000 words must not pass through React, and the text
 * index must outlive every render, so the article's nodes stay the ones the parser made.
 */
import { createContext, memo, useContext } from "react";
import type { Islands } from "#app/context/reading.ts";

const IslandsContext = createContext<Islands | null>(null);

/** Gives the islands of one request to the page; `entry.server` wraps the app in it with `loadContext.islands`. */
export const IslandsProvider = IslandsContext.Provider;

/** The islands while rendering on the server, null in the browser. */
export function useIslands(): Islands | null {
  return useContext(IslandsContext);
}

const HEADER_ID = "article-header";
const BODY_ID = "article-body";

/** The title and the standfirst of the text. */
export const HeaderIsland = memo(function HeaderIsland() {
  const article = useIslands()?.article;
  const html = article == null ? fromDocument(HEADER_ID) : { __html: splitAtHeader(article).header };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the stored HTML is closed under the import's one sanitiser
  return <div id={HEADER_ID} suppressHydrationWarning dangerouslySetInnerHTML={html} />;
});

/** Everything of the text that follows its header. */
export const BodyIsland = memo(function BodyIsland() {
  const article = useIslands()?.article;
  const html = article == null ? fromDocument(BODY_ID) : { __html: splitAtHeader(article).body };
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the stored HTML is closed under the import's one sanitiser
  return <div id={BODY_ID} suppressHydrationWarning dangerouslySetInnerHTML={html} />;
});

/** Puts another revision in the place of the one that came with the document. */
export function putArticle(article: HTMLElement, html: string): void {
  const { header, body } = splitAtHeader(html);
  const parts = [
    [HEADER_ID, header],
    [BODY_ID, body],
  ] as const;
  for (const [id, part] of parts) {
    const island = article.querySelector(`#${id}`);
    // As the document brings it: closed under the import's one sanitiser.
    if (island !== null) island.innerHTML = part;
  }
}

/** A revision's HTML begins with one `<header>`; the line about the text stands between it and the rest. */
export function splitAtHeader(html: string): { readonly header: string; readonly body: string } {
  const end = html.indexOf("</header>");
  if (end === -1) return { header: "", body: html };
  const cut = end + "</header>".length;
  return { header: html.slice(0, cut), body: html.slice(cut) };
}

/**
 * Read lazily, and in practice never: React asks only when it has to draw the page anew, for instance after an extension
 * changed it before hydration. Then the server's nodes are still there to be copied.
 */
function fromDocument(id: string) {
  return {
    get __html() {
      return typeof document === "undefined" ? "" : (document.getElementById(id)?.innerHTML ?? "");
    },
  };
}
