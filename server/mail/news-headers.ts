import type { NewsLetter } from "#app/domain/news/letter.ts";

/**
 * Header lines of a letter about news: a list that can be left by one press without signing in (RFC 2369, RFC 8058), named
 * (RFC 2919), and for a thread the same ancestor in each of its letters, so that they stand together (RFC 5322 §3.6.4).
 */
export function newsHeaders({ frequency, notes, stopUrl }: NewsLetter, origin: string): Record<string, string> {
  const host = new URL(origin).hostname;
  const [first] = notes;
  const thread = frequency === "at-once" && first !== undefined ? `<${first.root}.thread@${host}>` : null;
  const list = frequency === "at-once" ? first?.group.id.toLowerCase() : frequency;
  return {
    "List-Id": `<${list}.${host}>`,
    "List-Unsubscribe": `<${stopUrl}>`,
    // RFC 8058 §3.1 wants https; elsewhere the link leads to a page with a button.
    ...(stopUrl.startsWith("https:") ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
    ...(thread === null ? {} : { "In-Reply-To": thread, References: thread }),
  };
}
