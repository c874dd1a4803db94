import { type RefObject, useEffect } from "react";

/**
 * Keeps `--covered` of an element that stands at the foot of the window: the pixels that a keyboard takes there without
 * making the page smaller, as on iOS. What is being written in it is brought into view again.
 */
export function useAboveKeyboard(ref: RefObject<HTMLElement>, isThere = true): void {
  useEffect(() => {
    const { visualViewport } = window;
    if (!isThere || visualViewport === null) return;
    const place = () => {
      // A page that is zoomed in is larger than what is seen of it, and has no keyboard below.
      const covered = visualViewport.scale > 1 ? 0 : innerHeight - visualViewport.height - visualViewport.offsetTop;
      ref.current?.style.setProperty("--covered", `${Math.max(0, covered)}px`);
      ref.current?.querySelector("textarea:focus")?.scrollIntoView({ block: "nearest" });
    };
    place();
    visualViewport.addEventListener("resize", place);
    visualViewport.addEventListener("scroll", place);
    return () => {
      visualViewport.removeEventListener("resize", place);
      visualViewport.removeEventListener("scroll", place);
    };
  }, [ref, isThere]);
}
