import { Link, useRouteLoaderData } from "@remix-run/react";
import type { Badge } from "#app/context/news.ts";
import { countUnread } from "#app/live/inbox.ts";
import { useInbox } from "#app/live/use-inbox.ts";
import { Icon } from "#app/ui/icon.tsx";
import { newsWords } from "#app/words/news.ts";
import styles from "./inbox-badge.module.css";

/** The way to the inbox, with the number of what is unread: the page's own, and the live one as soon as it is there. */
export function InboxBadge({ person }: { readonly person: string }) {
  const badge = useRouteLoaderData<{ readonly badge: Badge | null }>("root")?.badge ?? null;
  const inbox = useInbox(badge === null ? null : { person, room: badge.room, epoch: badge.epoch });
  const unread = inbox.isLive ? countUnread(inbox) : (badge?.unread ?? 0);
  const words = newsWords.inbox;
  return (
    <Link to="/inbox" className={styles.badge} aria-label={words.badge(unread)} title={words.badge(unread)}>
      <Icon name="inbox" />
      {unread > 0 ? <span className={styles.count}>{words.short(unread)}</span> : null}
    </Link>
  );
}
