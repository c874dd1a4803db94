import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { ReadingPage, RosterSeat } from "#app/context/reading.ts";
import { loadMarkupParser } from "#app/features/thread/use-markup.ts";
import type { Connection } from "#app/live/connection.ts";
import type { NotesSnapshot } from "#app/live/notes-store.ts";
import type { Peer } from "#app/live/peers.ts";
import { openReadingSession, type ReadingSession } from "#app/live/reading-session.ts";
import type { Lead } from "#app/rooms/lead.ts";
import type { RevisionRecord } from "#app/rooms/reading-room.ts";

const nothing: NotesSnapshot = { threads: [], outbox: [] };
const nobody: readonly Peer[] = [];
const noLead = () => null;
const noRevision = () => null;
const never0 = () => 0;
const never = () => () => undefined;

export type LiveNotes = {
  readonly session: ReadingSession | null;
  readonly notes: NotesSnapshot;
  readonly peers: readonly Peer[];
  readonly connection: Connection;
  /** Where a teacher brings everybody now, or null. */
  readonly lead: Lead | null;
  /** Another number each time that who sits where is to be asked again. */
  readonly opened: number;
  /** The newest revision as the room says it, or null. */
  readonly revision: RevisionRecord | null;
};

/** Opens the text's rooms once the page is in a browser, and follows them. */
export function useSession(page: ReadingPage, person: string): LiveNotes {
  const [session, setSession] = useState<ReadingSession | null>(null);
  const first = useRef({ page, person }).current;
  useEffect(() => {
    void loadMarkupParser();
    const opened = openReadingSession({
      person: first.person,
      document: first.page.document.id,
      rooms: first.page.rooms,
      ownSeats: first.page.ownSeats,
      gated: first.page.cohorts.map(({ room }) => room),
      waitsFor: first.page.cohorts.flatMap(({ shut }) =>
        shut === null ? [] : shut.gate.kind === "at" ? shut.gate.time : null,
      ),
      wsOrigin: location.origin.replace(/^http/u, "ws"),
    });
    setSession(opened);
    return () => opened.close();
  }, [first]);
  return {
    session,
    notes: useSyncExternalStore(
      session?.notes.subscribe ?? never,
      session?.notes.snapshot ?? (() => nothing),
      () => nothing,
    ),
    peers: useSyncExternalStore(session?.peers.subscribe ?? never, session?.peers.get ?? (() => nobody), () => nobody),
    lead: useSyncExternalStore<Lead | null>(session?.lead.subscribe ?? never, session?.lead.get ?? noLead, noLead),
    opened: useSyncExternalStore(session?.opened.subscribe ?? never, session?.opened.get ?? never0, never0),
    revision: useSyncExternalStore<RevisionRecord | null>(
      session?.revision.subscribe ?? never,
      session?.revision.get ?? noRevision,
      noRevision,
    ),
    connection: useSyncExternalStore<Connection>(
      session?.connection.subscribe ?? never,
      session?.connection.get ?? (() => "opening"),
      () => "opening",
    ),
  };
}

/** Milliseconds over which the readers of a class spread when all of them ask at once. */
const SPREAD = 6_000;

/** Names by seat. When a seat is not known yet, the roster is asked for, once for each new seat; and when names may have changed. */
export function useRoster(
  page: ReadingPage,
  seats: Iterable<string>,
  opened: number,
): { readonly known: readonly RosterSeat[]; readonly who: (seat: string) => RosterSeat | null } {
  const [known, setKnown] = useState(page.seats);
  const asked = useRef(new Set<string>());
  const bySeat = useMemo(() => new Map(known.map((seat) => [seat.seat, seat])), [known]);
  useEffect(() => {
    const missing = [...new Set(seats)].filter((seat) => !bySeat.has(seat) && !asked.current.has(seat));
    if (missing.length === 0) return;
    for (const seat of missing) asked.current.add(seat);
    askSeats(page.document.id)
      .then((answer) => answer && setKnown(answer))
      .catch(() => {
        // Offline: names are asked for again with the next unknown seat.
        for (const seat of missing) asked.current.delete(seat);
      });
  }, [seats, bySeat, page.document.id]);
  const first = useRef(opened);
  useEffect(() => {
    // What the page brought is as new as the first that is heard.
    if (opened === first.current) return;
    const ask = () =>
      askSeats(page.document.id).then(
        (answer) => answer && setKnown(answer),
        () => null,
      );
    const timer = setTimeout(() => void ask(), Math.random() * SPREAD);
    return () => clearTimeout(timer);
  }, [opened, page.document.id]);
  return { known, who: useCallback((seat: string) => bySeat.get(seat) ?? null, [bySeat]) };
}

async function askSeats(document: string): Promise<readonly RosterSeat[] | null> {
  const response = await fetch(`/t/${document}/seats`, { headers: { accept: "application/json" } });
  const answer: { readonly seats: readonly RosterSeat[] } | null = response.ok ? await response.json() : null;
  return answer?.seats ?? null;
}
