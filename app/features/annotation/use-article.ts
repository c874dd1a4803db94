import { type RefObject, useEffect, useState } from "react";
import { ArticleGeometry } from "./article-geometry.ts";
import { indexText, type TextIndex } from "./text-index.ts";

/** The geometry of the article below `ref` as it stands now; null until the page is in a browser. A new one per layout. */
export function useArticle(ref: RefObject<HTMLElement>): ArticleGeometry | null {
  const [geometry, setGeometry] = useState<ArticleGeometry | null>(null);
  useEffect(() => {
    const root = ref.current;
    if (root === null) return;
    const index: TextIndex = indexText(root);
    const measure = () => setGeometry((last) => new ArticleGeometry(index, root, (last?.layout ?? 0) + 1));
    // Told once at the start, then whenever fonts, settings or the window change the article's size.
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    return () => observer.disconnect();
  }, [ref]);
  return geometry;
}
