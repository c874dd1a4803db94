import { type RefObject, useEffect } from "react";
import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { takesLetters } from "#app/ui/takes-letters.ts";

/** Lets "/" lead to the search field, as on the reading page; false where the reader has turned single keys off (WCAG 2.2 §2.1.4). */
export function useSearchKey(field: RefObject<HTMLInputElement>): boolean {
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    if (!singleKeys) return;
    const press = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
      if (event.key !== "/" || modified || event.defaultPrevented || takesLetters(event.target)) return;
      // Where the bar is narrow the field is not drawn, and the key stays free.
      if (field.current === null || field.current.offsetParent === null) return;
      event.preventDefault();
      field.current.focus();
      field.current.select();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [singleKeys, field]);
  return singleKeys;
}
