import { useEffect } from "react";
import { acted, beginWatch, passed, TELL_EVERY, turned } from "#app/domain/assignment/reading-time.ts";

const doings = ["pointerdown", "pointermove", "keydown", "scroll", "wheel", "touchmove"] as const;
/** Milliseconds that are worth a request. */
const WORTH = 1_000;

/** Tells the server how long the text is really read, while that is measured. */
export function useReadingTime(documentId: string, isMeasured: boolean): void {
  useEffect(() => {
    if (!isMeasured) return;
    const isShown = () => document.visibilityState === "visible";
    let watch = beginWatch(Date.now(), isShown());
    const tell = () => {
      watch = passed(watch, Date.now());
      if (watch.sum < WORTH) return;
      const body = new URLSearchParams({ active: String(Math.round(watch.sum)) });
      watch = { ...watch, sum: 0 };
      // Also when the page goes. What does not arrive was not read, as far as the course knows.
      navigator.sendBeacon(`/t/${documentId}/read`, body);
    };
    const act = () => {
      watch = acted(watch, Date.now());
    };
    const turn = () => {
      watch = turned(watch, Date.now(), isShown());
      if (!isShown()) tell();
    };
    const timer = setInterval(tell, TELL_EVERY);
    for (const doing of doings) window.addEventListener(doing, act, { passive: true, capture: true });
    document.addEventListener("visibilitychange", turn);
    // Not every browser says that a page is hidden when it is left.
    window.addEventListener("pagehide", tell);
    return () => {
      clearInterval(timer);
      for (const doing of doings) window.removeEventListener(doing, act, { capture: true });
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("pagehide", tell);
      tell();
    };
  }, [documentId, isMeasured]);
}
