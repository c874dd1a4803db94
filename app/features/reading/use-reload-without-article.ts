import { type RefObject, useEffect } from "react";

/**
 * The article comes with the document and is never drawn by React. Whoever walks back to this page by the browser's history
 * from a page that was opened without a document load finds it empty: then the document is loaded.
 */
export function useReloadWithoutArticle(article: RefObject<HTMLElement>): void {
  useEffect(() => {
    if (article.current?.querySelector("[data-block]") === null) location.reload();
  }, [article]);
}
