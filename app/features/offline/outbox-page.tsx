import { useEffect, useState } from "react";
import { openedTexts } from "#app/live/kept-texts.ts";
import type { OpenedText } from "#app/live/local-database.ts";
import type { OutboxEntry } from "#app/live/outbox-entry.ts";
import { type OutboxView, useOutbox } from "#app/live/use-outbox.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { List } from "#app/ui/list.tsx";
import { Notice, Page, PageHead, Section } from "#app/ui/page.tsx";
import { outboxWords } from "#app/words/outbox.ts";
import { OutboxRow } from "./outbox-row.tsx";

/** Everything that this person wrote here and that has not arrived, over all texts, and what becomes of it. */
export function OutboxPage({ person }: { readonly person: string }) {
  const view = useOutbox(person);
  const texts = useOpenedTexts(person);
  const refused = view.entries.filter(({ state }) => state.kind === "refused");
  const waiting = view.entries.filter(({ state }) => state.kind === "waiting");
  return (
    <Page width="list">
      <PageHead title={outboxWords.title}>{outboxWords.sentence}</PageHead>
      {view.isSignedOut ? (
        <Notice actions={<a href="/sign-in?to=%2Foutbox">{outboxWords.signIn}</a>}>{outboxWords.signedOut}</Notice>
      ) : null}
      {view.box === null ? <p role="status">{outboxWords.loading}</p> : null}
      {view.box !== null && view.entries.length === 0 ? (
        <EmptyState title={outboxWords.none}>{outboxWords.noneHint}</EmptyState>
      ) : null}
      <Entries title={outboxWords.refusedTitle} entries={refused} view={view} texts={texts} />
      <Entries title={outboxWords.waitingTitle} entries={waiting} view={view} texts={texts} />
    </Page>
  );
}

type EntriesProps = {
  readonly title: string;
  readonly entries: readonly OutboxEntry[];
  readonly view: OutboxView;
  readonly texts: ReadonlyMap<string, OpenedText>;
};

function Entries({ title, entries, view, texts }: EntriesProps) {
  const { box } = view;
  if (box === null || entries.length === 0) return null;
  return (
    <Section title={title}>
      <List>
        {entries.map((entry, place) => (
          <OutboxRow
            key={entry.id}
            entry={entry}
            isFirst={place === 0}
            text={texts.get(entry.document) ?? null}
            box={box}
          />
        ))}
      </List>
    </Section>
  );
}

function useOpenedTexts(person: string): ReadonlyMap<string, OpenedText> {
  const [texts, setTexts] = useState<ReadonlyMap<string, OpenedText>>(new Map());
  useEffect(() => {
    let isCurrent = true;
    void openedTexts(person).then((found) => isCurrent && setTexts(found));
    return () => {
      isCurrent = false;
    };
  }, [person]);
  return texts;
}
