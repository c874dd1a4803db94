import { type RefObject, useEffect, useRef } from "react";
import type { ArticleGeometry } from "./article-geometry.ts";
import { covering, type Interval, type IntervalIndex } from "./intervals.ts";

/** Pixels from the article's top left corner. */
export type Point = { readonly left: number; readonly top: number };

/** Hears which notes are under the mouse, and which were pressed and where, the innermost first. */
export type Pointing = {
  readonly onHover: (ids: readonly string[]) => void;
  readonly onPress: (ids: readonly string[], at: Point) => void;
};

/** Ties the text to its notes: pointing at a passage names its notes. One hit test per frame, tens of microseconds each. */
export function usePointing(
  ref: RefObject<HTMLElement>,
  geometry: ArticleGeometry | null,
  marks: IntervalIndex<Interval>,
  pointing: Pointing,
): void {
  const latest = useRef({ marks, pointing });
  latest.current = { marks, pointing };
  useEffect(() => {
    const root = ref.current;
    if (root === null || geometry === null) return;
    let frame = 0;
    const idsAt = ({ clientX, clientY }: MouseEvent): string[] => {
      const offset = geometry.offsetAtPoint(clientX, clientY);
      return offset === null ? [] : covering(latest.current.marks, offset).map(({ id }) => id);
    };
    const move = (event: PointerEvent) => {
      if (event.pointerType === "touch") return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const ids = idsAt(event);
        root.classList.toggle("over-note", ids.length > 0);
        latest.current.pointing.onHover(ids);
      });
    };
    const leave = () => {
      cancelAnimationFrame(frame);
      root.classList.remove("over-note");
      latest.current.pointing.onHover([]);
    };
    const press = (event: MouseEvent) => {
      // A link inside a passage stays a link, and the end of a selection is not a press.
      const isLink = event.target instanceof Element && event.target.closest("a, button") !== null;
      if (isLink || document.getSelection()?.isCollapsed === false) return;
      const origin = root.getBoundingClientRect();
      latest.current.pointing.onPress(idsAt(event), {
        left: event.clientX - origin.left,
        top: event.clientY - origin.top,
      });
    };
    root.addEventListener("pointermove", move);
    root.addEventListener("pointerleave", leave);
    root.addEventListener("click", press);
    return () => {
      cancelAnimationFrame(frame);
      root.removeEventListener("pointermove", move);
      root.removeEventListener("pointerleave", leave);
      root.removeEventListener("click", press);
    };
  }, [ref, geometry]);
}
