import { useReadingRoom } from "./reading-context.tsx";

/** Somewhere to lead to or to link to; `start` in UTF-16 code units of the plain text. */
export type PlaceHere = { readonly number: number; readonly start: number };

/** The numbered block that is being read, or null in a text without any. */
export function usePlaceHere(): PlaceHere | null {
  const { page, geometry, viewport } = useReadingRoom();
  const top = geometry?.blockAtHeight(viewport.top + viewport.height * 0.3)?.n ?? 1;
  // Above the first paragraph it is that one: nobody can be brought to a heading.
  for (const { n, number, start } of page.blocks) if (number !== null && n >= top) return { number, start };
  return null;
}
