import { useEffect, useRef } from "react";
import type { Reading } from "./use-reading.ts";

/** Milliseconds at rest on a visible page after which a reader was really here. */
const REST = 4_000;

/** Tells the server how far the reader came, only while somebody looks. */
export function useSeen({ page, geometry, viewport }: Reading): void {
  const block = geometry?.blockAtHeight(viewport.top + viewport.height * 0.5)?.n ?? null;
  const told = useRef<number | null>(null);
  useEffect(() => {
    if (block === null) return;
    const tell = () => {
      if (document.visibilityState !== "visible" || told.current === block) return;
      told.current = block;
      const body = new URLSearchParams({ block: String(block) });
      void fetch(`/t/${page.document.id}/seen`, { method: "POST", body, keepalive: true }).catch(() => {
        told.current = null;
      });
    };
    const timer = setTimeout(tell, REST);
    return () => clearTimeout(timer);
  }, [page, block]);
}
