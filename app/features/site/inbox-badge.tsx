import { useRouteLoaderData } from "@remix-run/react";
import type { Badge } from "#app/context/news.ts";
import { countUnread } from "#app/live/inbox.ts";
import { useInbox } from "#app/live/use-inbox.ts";
import { CountLink } from "#app/ui/count-link.tsx";
import { newsWords } from "#app/words/news.ts";

/** The way to the inbox, with the number of what is unread: the page's own, and the live one as soon as it is there. */
export function InboxBadge({ person }: { readonly person: string }) {
  const badge = useRouteLoaderData<{ readonly badge: Badge | null }>("root")?.badge ?? null;
  const inbox = useInbox(badge === null ? null : { person, room: badge.room, epoch: badge.epoch });
  const unread = inbox.isLive ? countUnread(inbox) : (badge?.unread ?? 0);
  const words = newsWords.inbox;
  return (
    <CountLink to="/inbox" icon="inbox" label={words.badge(unread)} count={unread === 0 ? null : words.short(unread)} />
  );
}
