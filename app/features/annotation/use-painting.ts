import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { ArticleGeometry } from "./article-geometry.ts";
import { makePainter, type Painter, type Picture, strokesOf } from "./paint.ts";
import { screenOf, type View } from "./use-viewport.ts";

/** Screens above and below the window that are painted ahead, so that fast scrolling never meets bare text. */
const AHEAD = 3;

/** Keeps the picture painted over the part of the text that is near the screen; all of it while `everything`. */
export function usePainting(
  geometry: ArticleGeometry | null,
  picture: Picture,
  view: View,
  { layer, everything }: { readonly layer: RefObject<HTMLElement>; readonly everything: boolean },
): void {
  const painter = useRef<Painter | null>(null);
  useEffect(() => {
    if (layer.current !== null) painter.current = makePainter(layer.current);
    return () => {
      painter.current?.clear();
      painter.current = null;
    };
  }, [layer]);
  const screen = screenOf(view);
  const { height } = view;
  useLayoutEffect(() => {
    if (geometry === null || painter.current === null) return;
    const near = everything
      ? { start: 0, end: geometry.index.text.length }
      : geometry.between((screen - AHEAD) * height, (screen + AHEAD + 1) * height);
    painter.current.paint(geometry, strokesOf(picture, near));
  }, [geometry, picture, screen, height, everything]);
}
