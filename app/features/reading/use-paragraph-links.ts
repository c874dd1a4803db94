import { useEffect } from "react";
import type { ReadingRoom } from "./reading-context.tsx";

/** A ¶ number in a note leads to that paragraph, which has another id than its number. */
export function useParagraphLinks({ geometry }: ReadingRoom): void {
  const index = geometry?.index ?? null;
  useEffect(() => {
    if (index === null) return;
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-paragraph]") : null;
      if (link === null) return;
      event.preventDefault();
      const block = index.blocks.find(({ number }) => String(number) === link.dataset.paragraph);
      if (block !== undefined) location.hash = block.element.id;
    };
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, [index]);
}
