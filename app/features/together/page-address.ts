/** Addresses of the pages that are written together: the group's own, and that of its staff with `?among=staff`. */
import type { PageOf } from "#app/context/together.ts";
import { togetherWords } from "#app/words/together.ts";

/** Which page a request is about. */
export function pageOf(request: Request, params: { readonly text?: string | undefined }): PageOf {
  const among = new URL(request.url).searchParams.get("among") === "staff" ? "staff" : "group";
  return { text: params.text ?? "", among };
}

/** Of the page, or of something below it such as "/versions"; `query` holds what else is asked. */
export function pageAddress({ text, among }: PageOf, below = "", query: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams(among === "staff" ? { among, ...query } : query).toString();
  return `/t/${text}/together${below}${asked === "" ? "" : `?${asked}`}`;
}

/** What it is called. */
export function titleOf({ among }: Pick<PageOf, "among">): string {
  return among === "staff" ? togetherWords.staffTitle : togetherWords.title;
}
