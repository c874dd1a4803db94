import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { ArticleGeometry } from "./article-geometry.ts";
import { indexText, type TextIndex } from "./text-index.ts";

/**
 * The geometry of the article below `ref` as it stands now; null until the page is in a browser. A new one per layout, and
 * a new index for each revision.
 */
export function useArticle(ref: RefObject<HTMLElement>, revision: string): ArticleGeometry | null {
  const [geometry, setGeometry] = useState<ArticleGeometry | null>(null);
  const first = useRef(revision);
  useLayoutEffect(() => {
    const root = ref.current;
    if (root === null) return;
    const index: TextIndex = indexText(root);
    const measure = () => setGeometry((last) => new ArticleGeometry(index, root, (last?.layout ?? 0) + 1));
    // Before anything is painted with the places of the words that were there.
    if (revision !== first.current) measure();
    // Told once at the start, then whenever fonts, settings or the window change the article's size.
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    return () => observer.disconnect();
  }, [ref, revision]);
  return geometry;
}
