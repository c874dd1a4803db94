import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { dropText, keptTexts } from "#app/live/kept-texts.ts";
import type { OpenedText } from "#app/live/local-database.ts";
import type { OutboxEntry } from "#app/live/outbox-entry.ts";
import { useOutbox } from "#app/live/use-outbox.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { List, ListRow } from "#app/ui/list.tsx";
import { Notice, Page, PageHead } from "#app/ui/page.tsx";
import { Time } from "#app/ui/time.tsx";
import { useToast } from "#app/ui/toast.tsx";
import { keptWords as words } from "#app/words/outbox.ts";
import { AWAY } from "#app/worker/kept.ts";
import styles from "./kept-page.module.css";

/** The library of this device: what can be read without a network. It is where every other page leads when there is none. */
export function KeptPage({ person }: { readonly person: string }) {
  const [texts, refresh] = useKeptTexts(person);
  const { entries } = useOutbox(person);
  const isOnline = useSyncExternalStore(watchNetwork, hasNetwork, () => true);
  const toast = useToast();
  const remove = async (text: OpenedText) => {
    await dropText(person, text.document);
    refresh();
    toast({ sentence: words.removed });
  };
  return (
    <Page width="list">
      <PageHead title={words.title}>{words.sentence}</PageHead>
      {isOnline ? null : <Notice>{words.offline}</Notice>}
      {texts === "looking" ? <p role="status">{words.loading}</p> : null}
      {texts === null ? <EmptyState title={words.unavailable}>{words.unavailableHint}</EmptyState> : null}
      {texts?.length === 0 ? <EmptyState title={words.none}>{words.noneHint}</EmptyState> : null}
      {Array.isArray(texts) && texts.length > 0 ? (
        <List>
          {texts.map((text: OpenedText) => (
            <KeptRow key={text.key} text={text} entries={entries} onRemove={() => void remove(text)} />
          ))}
        </List>
      ) : null}
    </Page>
  );
}

type KeptRowProps = {
  readonly text: OpenedText;
  readonly entries: readonly OutboxEntry[];
  readonly onRemove: () => void;
};

function KeptRow({ text, entries, onRemove }: KeptRowProps) {
  const waiting = entries.filter(({ document }) => document === text.document).length;
  return (
    <ListRow
      title={
        <h2 className={styles.title} lang={text.language} dir={text.dir}>
          <a href={`/t/${text.document}`}>{text.title}</a>
        </h2>
      }
      line={
        <>
          <bdi>{text.group}</bdi> · {words.opened} <Time at={text.openedAt} />
          {waiting === 0 ? null : (
            <>
              {" "}
              · <a href="/outbox">{words.waiting(waiting)}</a>
            </>
          )}
        </>
      }
      end={
        <Button size="s" kind="quiet" aria-label={words.removeLabel(text.title)} onClick={onRemove}>
          {words.remove}
        </Button>
      }
    />
  );
}

type Found = readonly OpenedText[] | null | "looking";

function useKeptTexts(person: string): readonly [Found, () => void] {
  const [texts, setTexts] = useState<Found>("looking");
  const look = useCallback(() => {
    void keptTexts(person).then(setTexts);
  }, [person]);
  useEffect(look, [look]);
  return [texts, look];
}

/** A browser knows of its network, not of a server that is away; the worker says that. */
function hasNetwork(): boolean {
  return navigator.onLine && !new URLSearchParams(location.search).has(AWAY);
}

function watchNetwork(listener: () => void): () => void {
  const kinds = ["online", "offline"] as const;
  for (const kind of kinds) addEventListener(kind, listener);
  return () => {
    for (const kind of kinds) removeEventListener(kind, listener);
  };
}
