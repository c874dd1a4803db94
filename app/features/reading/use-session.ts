import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { ReadingPage, RosterSeat } from "#app/context/reading.ts";
import { loadMarkupParser } from "#app/features/thread/use-markup.ts";
import type { Connection } from "#app/live/connection.ts";
import type { NotesSnapshot } from "#app/live/notes-store.ts";
import type { Peer } from "#app/live/peers.ts";
import { openReadingSession, type ReadingSession } from "#app/live/reading-session.ts";
import type { Lead } from "#app/rooms/lead.ts";

const nothing: NotesSnapshot = { threads: [], outbox: [] };
const nobody: readonly Peer[] = [];
const noLead = () => null;
const never = () => () => undefined;

export type LiveNotes = {
  readonly session: ReadingSession | null;
  readonly notes: NotesSnapshot;
  readonly peers: readonly Peer[];
  readonly connection: Connection;
  /** Where a teacher brings everybody now, or null. */
  readonly lead: Lead | null;
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
    connection: useSyncExternalStore<Connection>(
      session?.connection.subscribe ?? never,
      session?.connection.get ?? (() => "opening"),
      () => "opening",
    ),
  };
}

/** Names by seat. When a seat is not known yet, the roster is asked for, once for each new seat. */
export function useRoster(
  page: ReadingPage,
  seats: Iterable<string>,
): { readonly known: readonly RosterSeat[]; readonly who: (seat: string) => RosterSeat | null } {
  const [known, setKnown] = useState(page.seats);
  const asked = useRef(new Set<string>());
  const bySeat = useMemo(() => new Map(known.map((seat) => [seat.seat, seat])), [known]);
  useEffect(() => {
    const missing = [...new Set(seats)].filter((seat) => !bySeat.has(seat) && !asked.current.has(seat));
    if (missing.length === 0) return;
    for (const seat of missing) asked.current.add(seat);
    void fetch(`/t/${page.document.id}/seats`, { headers: { accept: "application/json" } })
      .then((response) => (response.ok ? response.json() : null))
      .then((answer: { seats: readonly RosterSeat[] } | null) => answer && setKnown(answer.seats))
      .catch(() => {
        // Offline: names are asked for again with the next unknown seat.
        for (const seat of missing) asked.current.delete(seat);
      });
  }, [seats, bySeat, page.document.id]);
  return { known, who: useCallback((seat: string) => bySeat.get(seat) ?? null, [bySeat]) };
}
