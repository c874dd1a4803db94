import { useLocation, useNavigate, useParams, useRevalidator } from "@remix-run/react";
import { type MutableRefObject, useCallback, useEffect, useReducer, useRef } from "react";
import type { QueuePage } from "#app/context/queue.ts";
import type { QueueCard } from "#app/context/queue-card.ts";
import type { UsedQueue } from "#app/live/use-queue.ts";
import { useToast } from "#app/ui/toast.tsx";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { sendForm } from "./ask.ts";
import { type Memory, newMemory } from "./deciding.ts";
import { type Asked, addressOf } from "./queue-address.ts";
import { nextOpen, nothingYet, stepFrom, type TriageEvent, type TriageState, triage } from "./triage-state.ts";
import type { Deciding } from "./use-deciding.ts";
import { useHeard } from "./use-heard.ts";

export type TriageOptions = {
  readonly page: QueuePage;
  readonly asked: Asked;
  /** Member id. */
  readonly viewer: string;
  readonly live: UsedQueue;
  readonly loadedAt: number;
};

/** The list, where one is in it, and the ways through it. */
export type Triage = {
  readonly group: string;
  readonly viewer: string;
  readonly page: QueuePage;
  readonly asked: Asked;
  readonly live: UsedQueue;
  readonly state: TriageState;
  /** Id of the item that is open. */
  readonly current: string | null;
  /** Id of the item that opens or is open: keys that are pressed faster than pages come mean this one. */
  readonly aim: () => string | null;
  readonly tell: (event: TriageEvent) => void;
  /** Where an item stands; null: the list. */
  readonly addressOf: (item: string | null) => string;
  readonly go: (item: string | null) => void;
  readonly step: (by: 1 | -1) => void;
  /** Goes on to the next open item, false where none is; what was just decided stays in sight until the next step. */
  readonly goOn: (from: string) => boolean;
  readonly memory: Memory;
  /** The card that is open with what can be decided about it, for the keys of the page. */
  readonly deck: MutableRefObject<{ readonly card: QueueCard; readonly deciding: Deciding } | null>;
  /** Takes a decision back and opens its item again. */
  readonly undo: (decision: number, item: string) => Promise<void>;
  /** Asks for these rows again, now. */
  readonly refresh: (ids: readonly string[]) => Promise<void>;
};

/** Holds the list of a page while it is worked through. */
export function useTriage({ page, asked, viewer, live, loadedAt }: TriageOptions): Triage {
  const group = page.group.id;
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const toast = useToast();
  const memory = useRef(newMemory()).current;
  const deck: Triage["deck"] = useRef(null);
  const current = useParams().item ?? null;
  const { search } = useLocation();
  const [state, tell] = useReducer(triage, page.rows, (rows) => triage(nothingYet, { kind: "loaded", rows }));
  const latest = useRef({ state, current, asked });
  latest.current = { state, current, asked };
  useLoaded(page, asked, tell);

  const refresh = useHeard({
    group,
    live,
    rows: state.rows,
    loadedAt,
    onHeard: (ids, { rows }) => {
      const { view, filters } = latest.current.asked;
      tell({ kind: "heard", asked: ids, rows, looking: { view, filters, viewer, now: Date.now() } });
    },
  });

  const { look } = live;
  useEffect(() => look(current), [look, current]);

  const address = useCallback(
    (item: string | null) => `/g/${group}/moderation${item === null ? "" : `/${item}`}${search}`,
    [group, search],
  );
  const aim = useRef(current);
  useEffect(() => {
    aim.current = current;
  }, [current]);
  const open = (item: string | null) => {
    aim.current = item;
    navigate(address(item), { preventScrollReset: true, replace: current !== null });
  };
  const go = (item: string | null) => {
    tell({ kind: "moved", to: item, keepsDone: asked.view === "done" });
    open(item);
  };
  return {
    ...{ group, viewer, page, asked, live, state, current, tell, go, refresh, memory, deck },
    aim: () => aim.current,
    addressOf: address,
    step: (by) => {
      const to = stepFrom(latest.current.state, aim.current, by);
      if (to !== null && to !== aim.current) go(to);
    },
    goOn: (from) => {
      const to = nextOpen(latest.current.state, from);
      if (to === null || latest.current.current !== from) return false;
      open(to);
      return true;
    },
    undo: async (decision, item) => {
      const answer = await sendForm<{ readonly decision: number }>(group, "undo", { decision });
      if (answer.kind !== "done") return toast({ sentence: answer.sentence });
      const at = memory.made.findIndex((made) => made.decision === decision);
      if (at >= 0) memory.made.splice(at, 1);
      toast({ sentence: words.done.undone });
      await refresh([item]);
      if (latest.current.current === item) revalidate();
      else open(item);
    },
  };
}

/** Another way to look begins a list anew; more of the same is added to it. */
function useLoaded(page: QueuePage, asked: Asked, tell: (event: TriageEvent) => void): void {
  const way = addressOf({ ...asked, cursor: null });
  const before = useRef({ page, way });
  useEffect(() => {
    const { page: known, way: knownWay } = before.current;
    before.current = { page, way };
    if (known === page) return;
    tell({ kind: way === knownWay && asked.cursor !== null ? "more" : "loaded", rows: page.rows });
  }, [page, way, asked.cursor, tell]);
}
