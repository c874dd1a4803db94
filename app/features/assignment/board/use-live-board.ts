import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Milliseconds between two questions whether anything changed. */
const EVERY = 5_000;

/** Reads the board again when its stamp is another one; asks only while somebody looks, and waits while they write. */
export function useLiveBoard(assignment: string, stamp: string): void {
  const { revalidate, state } = useRevalidator();
  const known = useRef(stamp);
  const isIdle = useRef(true);
  known.current = stamp;
  isIdle.current = state === "idle";
  useEffect(() => {
    const look = async () => {
      const isWriting = document.activeElement?.matches("input:not([type=checkbox]), textarea, select") === true;
      if (document.visibilityState !== "visible" || isWriting || !isIdle.current) return;
      const answer = await fetch(`/assignments/${assignment}/board/stamp`).catch(() => null);
      if (answer?.ok === true && (await answer.text()) !== known.current) revalidate();
    };
    const timer = setInterval(() => void look(), EVERY);
    const wake = () => void look();
    document.addEventListener("visibilitychange", wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [assignment, revalidate]);
}
