import { useRouteLoaderData } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Badge } from "#app/context/news.ts";
import type { ReadingPage } from "#app/context/reading.ts";
import type { Note } from "#app/live/note.ts";
import { useInbox } from "#app/live/use-inbox.ts";
import { isUnseen, type Known, knownOf, withReads, withSeen } from "./known.ts";
import { type SeenThread, seenToForm } from "./seen-form.ts";

/** What the reader has seen of this text, in this tab and in others. */
export type ReadingState = {
  /** True for a note of somebody else that the reader has not seen. */
  readonly isNew: (note: Note) => boolean;
  /** Threads about which the inbox holds something unread. */
  readonly inNews: ReadonlySet<string>;
  /** Marks threads as seen, here at once and on the server soon. */
  readonly see: (threads: readonly SeenThread[]) => void;
  /** Marks the whole text as seen; `upTo` is the time of the latest note that is here. */
  readonly seeAll: (upTo: number) => void;
};

/** Milliseconds in which what was seen is gathered into one request. */
const GATHER = 400;
/** Threads in one request; the server takes a hundred. */
const AT_ONCE = 50;

/** The state of the page's text; `isOwn` tells the reader's own seats. */
export function useKnown(page: ReadingPage, person: string, isOwn: (seat: string) => boolean): ReadingState {
  const badge = useRouteLoaderData<{ readonly badge: Badge | null }>("root")?.badge ?? null;
  const inbox = useInbox(badge === null ? null : { person, room: badge.room, epoch: badge.epoch });
  const [here, setHere] = useState<Known>(() => knownOf(page));
  const document = page.document.id;
  const known = useMemo(() => withReads(here, document, inbox.reads), [here, document, inbox.reads]);
  const inNews = useMemo(() => {
    const unread = [...inbox.news.values()].filter((news) => news.document === document && !news.isRead);
    return new Set(unread.map(({ root }) => root));
  }, [inbox.news, document]);
  const send = useSending(document);
  const see = useCallback(
    (threads: readonly SeenThread[]) => {
      setHere((before) => withSeen(before, threads));
      send(threads);
    },
    [send],
  );
  const seeAll = useCallback(
    (upTo: number) => {
      setHere((before) => ({ ...before, seenAt: Math.max(before.seenAt, upTo) }));
      void post(document, "all");
    },
    [document],
  );
  const isNew = useCallback((note: Note) => !isOwn(note.seat) && isUnseen(known, note), [known, isOwn]);
  return useMemo(() => ({ isNew, inNews, see, seeAll }), [isNew, inNews, see, seeAll]);
}

/** Gathers threads and sends them; what could not be sent goes with the next. */
function useSending(document: string): (threads: readonly SeenThread[]) => void {
  const waiting = useRef(new Map<string, number>());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const threads = [...waiting.current].slice(0, AT_ONCE).map(([root, at]) => ({ root, at }));
    if (threads.length === 0) return;
    for (const { root } of threads) waiting.current.delete(root);
    const isSent = await post(document, threads);
    if (!isSent) for (const { root, at } of threads) if (!waiting.current.has(root)) waiting.current.set(root, at);
    if (isSent && waiting.current.size > 0) timer.current = setTimeout(() => void flush(), GATHER);
  }, [document]);
  useEffect(() => {
    const whenLeft = () => window.document.visibilityState === "hidden" && void flush();
    window.document.addEventListener("visibilitychange", whenLeft);
    return () => {
      window.document.removeEventListener("visibilitychange", whenLeft);
      void flush();
    };
  }, [flush]);
  return useCallback(
    (threads) => {
      for (const { root, at } of threads) waiting.current.set(root, Math.max(at, waiting.current.get(root) ?? 0));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), GATHER);
    },
    [flush],
  );
}

/** True when the server has it, or will never take it. */
async function post(document: string, threads: readonly SeenThread[] | "all"): Promise<boolean> {
  const body = seenToForm(threads);
  return fetch(`/t/${document}/seen`, { method: "POST", body, keepalive: true }).then(
    ({ status }) => status < 500,
    () => false,
  );
}
