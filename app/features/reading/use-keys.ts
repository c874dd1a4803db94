import { useEffect, useRef } from "react";
import { takesLetters } from "#app/ui/takes-letters.ts";
import { type KeyVerb, verbOf } from "./keys.ts";

/** Runs `act` for the keys of the page; the press is taken only where `act` says that it did something. */
export function useKeys(singleKeys: boolean, act: (verb: KeyVerb) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const verb = verbOf(
        {
          key: event.key,
          hasModifier: event.ctrlKey || event.metaKey || event.altKey,
          isComposing: event.isComposing,
          isTyping: takesLetters(event.target),
        },
        singleKeys,
      );
      if (verb !== null && latest.current(verb)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [singleKeys]);
}
