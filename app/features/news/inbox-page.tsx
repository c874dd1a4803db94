import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import type { Badge, InboxPage as Page_ } from "#app/context/news.ts";
import { type NewsKind, newsKinds } from "#app/domain/news/news.ts";
import { countUnread } from "#app/live/inbox.ts";
import { useInbox } from "#app/live/use-inbox.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ChipLink } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, PageHead, Row } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { newsWords } from "#app/words/news.ts";
import { groupEntries } from "./group-entries.ts";
import styles from "./inbox-page.module.css";
import { TextNewsList } from "./text-news-list.tsx";

export type InboxPageProps = Page_ & {
  readonly kind: NewsKind | null;
  readonly before: string | null;
  readonly badge: Badge;
  readonly person: string;
  /** The ways to what waits for a decision, for those who decide. */
  readonly queues: ReactNode;
};

const words = newsWords.inbox;

/** What concerns the reader, by text and thread, newest first. */
export function InboxPage({ entries, older, kind, before, badge, person, queues }: InboxPageProps) {
  useLiveEntries(badge, person);
  return (
    <Page width="list">
      <PageHead
        title={words.title}
        actions={badge.unread > 0 ? <RowForm action="/inbox" intent="all" button={words.markAll} icon="check" /> : null}
      >
        <p>{words.lead}</p>
      </PageHead>
      {queues}
      <nav aria-label={words.kinds} className={styles.kinds}>
        <Kind to="/inbox" isHere={kind === null} label={words.all} />
        {newsKinds.map((one) => (
          <Kind key={one} to={`/inbox?kind=${one}`} isHere={kind === one} label={words.kind[one]} />
        ))}
      </nav>
      {entries.length === 0 && older === null ? <Nothing kind={kind} /> : null}
      {groupEntries(entries).map((text) => (
        <TextNewsList key={text.document.id} text={text} />
      ))}
      <Row>
        {before === null ? null : <ButtonLink to={addressOf(kind, null)}>{words.newest}</ButtonLink>}
        {older === null ? null : <ButtonLink to={addressOf(kind, older)}>{words.older}</ButtonLink>}
      </Row>
    </Page>
  );
}

function Kind({ to, isHere, label }: { readonly to: string; readonly isHere: boolean; readonly label: string }) {
  return (
    <ChipLink to={to} on={isHere}>
      {label}
    </ChipLink>
  );
}

function Nothing({ kind }: { readonly kind: NewsKind | null }) {
  if (kind === null) {
    return (
      <EmptyState title={words.emptyTitle} action={<ButtonLink to="/groups">{words.toGroups}</ButtonLink>}>
        {words.empty}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={words.emptyKindTitle} action={<ButtonLink to="/inbox">{words.showAll}</ButtonLink>}>
      {words.emptyKind}
    </EmptyState>
  );
}

function addressOf(kind: NewsKind | null, before: string | null): string {
  const search = new URLSearchParams([
    ...(kind === null ? [] : [["kind", kind]]),
    ...(before === null ? [] : [["before", before]]),
  ]);
  return search.size === 0 ? "/inbox" : `/inbox?${search}`;
}

/** Milliseconds in which changes are gathered before the page asks for its entries again. */
const GATHER = 300;

/** Asks for the entries again whenever the live inbox says something else than before, or at first than the page. */
function useLiveEntries({ room, epoch, unread }: Badge, person: string): void {
  const { isLive, news } = useInbox({ person, room, epoch });
  const { revalidate } = useRevalidator();
  const known = useRef<typeof news | null>(null);
  useEffect(() => {
    if (!isLive) return;
    if (known.current === news) return;
    const isKnown = known.current === null && countUnread({ news }) === unread;
    known.current = news;
    if (isKnown) return;
    const timer = setTimeout(revalidate, GATHER);
    return () => clearTimeout(timer);
  }, [isLive, news, unread, revalidate]);
}
