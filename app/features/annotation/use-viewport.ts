import { type RefObject, useEffect, useState } from "react";

/** What of the article is on screen, pixels from its top. */
export type View = { readonly top: number; readonly height: number };

/** Pixels of scrolling after which the window over the article is reported anew; margins reach half a screen further. */
const STEP = 160;

/** Which screen of the article the view is on: what is costly is done anew only when this changes. */
export function screenOf({ top, height }: View): number {
  return Math.round(top / height);
}

/** The part of the element that the window shows, in steps, at most once per frame. */
export function useViewport(ref: RefObject<HTMLElement>): View {
  const [view, setView] = useState<View>({ top: 0, height: 900 });
  useEffect(() => {
    let frame = 0;
    const read = () => {
      frame = 0;
      const origin = ref.current?.getBoundingClientRect().top ?? 0;
      const top = Math.floor(-origin / STEP) * STEP;
      const height = window.innerHeight;
      setView((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(read);
    };
    read();
    window.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", soon);
      window.removeEventListener("resize", soon);
    };
  }, [ref]);
  return view;
}
