import type { ExcerptPart } from "#app/domain/search/excerpt.ts";

/** Words around those found, which are marked. */
export function Excerpt({ parts }: { readonly parts: readonly ExcerptPart[] }) {
  let at = 0;
  return parts.map(({ text, isHit }) => {
    const key = at;
    at += text.length;
    return isHit ? <mark key={key}>{text}</mark> : text;
  });
}
