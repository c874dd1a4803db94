import { useEffect, useRef } from "react";

export type StageKeys = { readonly step: (by: 1 | -1) => void; readonly leave: () => void };

/** Keys of the letters, of the arrows, and of remote controls, which send Page Up and Page Down. */
const steps: ReadonlyMap<string, 1 | -1> = new Map([
  ["j", 1],
  ["ArrowRight", 1],
  ["PageDown", 1],
  ["k", -1],
  ["ArrowLeft", -1],
  ["PageUp", -1],
]);

/** Walks threads by keys and leaves by Esc. */
export function useStageKeys(keys: StageKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const by = steps.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
      if (by !== undefined) latest.current.step(by);
      else if (event.key === "Escape") latest.current.leave();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
