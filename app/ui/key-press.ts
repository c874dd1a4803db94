/** Single keys as shortcuts: which press counts, and who hears of it. */
import { useEffect, useRef } from "react";
import { takesLetters } from "./takes-letters.ts";

/** What of a key press decides; a plain object, so that tables of keys can be tested. */
export type KeyPress = {
  readonly key: string;
  readonly hasShift: boolean;
  readonly hasModifier: boolean;
  readonly isComposing: boolean;
  /** The press happened in a field or on a control that takes letters itself. */
  readonly isTyping: boolean;
};

/**
 * The key of a press that may be a shortcut, letters in lower case; null while something is typed. Single keys can be
 * turned off (WCAG 2.2 §2.1.4); Esc always works outside of fields.
 */
export function shortcutOf(press: KeyPress, singleKeys: boolean): string | null {
  const { key, hasModifier, isComposing, isTyping } = press;
  if (hasModifier || isComposing || isTyping) return null;
  if (key === "Escape") return key;
  if (!singleKeys) return null;
  return key.length === 1 ? key.toLowerCase() : key;
}

/** Hears of every press on the page that nothing took before; it is taken where `act` says that it did something. */
export function useKeyPresses(act: (press: KeyPress, event: KeyboardEvent) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && latest.current(pressOf(event), event)) event.preventDefault();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, []);
}

function pressOf(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    hasShift: event.shiftKey,
    hasModifier: event.ctrlKey || event.metaKey || event.altKey,
    isComposing: event.isComposing,
    isTyping: takesLetters(event.target),
  };
}
