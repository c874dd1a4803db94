/** Asking for the newest revision of a text, with the places of an older one. */
import type { ReadingPage } from "#app/context/reading.ts";
import type { Span } from "#app/domain/annotation/describe.ts";

/** Passages and places (code units) of the revision `source`. */
export type Following = {
  readonly source: string;
  readonly spans: readonly Span[];
  readonly places: readonly number[];
};

/** The same passages and places in the newest revision; null for a passage that has no place in it. */
export type NewestText = {
  readonly page: ReadingPage;
  readonly html: string;
  readonly spans: readonly (Span | null)[];
  readonly places: readonly number[];
};

/** Passages and places of one page that are worth following; a forged address asks for no more. */
const MOST = 32;

/** Rejects when there is no answer; a Problem is an answer as well, and nothing that could be shown. */
export async function fetchNewest(text: string, { source, spans, places }: Following): Promise<NewestText> {
  const asked = new URLSearchParams({ source });
  for (const { start, end } of spans) asked.append("span", `${start}-${end}`);
  for (const place of places) asked.append("place", String(place));
  const response = await fetch(`/t/${text}/article?${asked}`, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`the newest text was answered with ${response.status}`);
  return response.json();
}

/** What an address asks for; what is no number is dropped. */
export function followInput(asked: URLSearchParams): Following {
  const spans = asked.getAll("span").flatMap((span) => {
    const [, start, end] = /^(\d{1,9})-(\d{1,9})$/u.exec(span) ?? [];
    return start === undefined || end === undefined ? [] : { start: Number(start), end: Number(end) };
  });
  const places = asked.getAll("place").flatMap((place) => (/^\d{1,9}$/u.test(place) ? Number(place) : []));
  return { source: asked.get("source") ?? "", spans: spans.slice(0, MOST), places: places.slice(0, MOST) };
}
