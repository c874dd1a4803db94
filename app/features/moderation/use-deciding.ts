import { useRevalidator } from "@remix-run/react";
import { useRef, useState } from "react";
import type { Claimed } from "#app/context/queue.ts";
import type { QueueCard } from "#app/context/queue-card.ts";
import { useToast } from "#app/ui/toast.tsx";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { sendForm } from "./ask.ts";
import type { Offer } from "./card-verbs.ts";
import { meant, type Said } from "./deciding.ts";
import type { Triage } from "./use-triage.ts";

export type Deciding = {
  /** The offer whose reason is asked for, or null. */
  readonly asking: Offer | null;
  readonly isPending: boolean;
  /** Why the last decision was not made: somebody was faster, or the words are others now. */
  readonly conflict: string | null;
  /** Begins a decision; one that says nothing by itself asks for a reason first. */
  readonly begin: (offer: Offer) => void;
  readonly cancel: () => void;
  readonly decide: (said: Said) => Promise<void>;
  readonly repeat: () => void;
  readonly claim: (takeOver?: boolean) => Promise<void>;
  readonly lookAgain: () => void;
};

/** Decides about one item, tells what came of it, and goes on to the next. */
export function useDeciding(triage: Triage, card: QueueCard): Deciding {
  const [asking, setAsking] = useState<Offer | null>(null);
  const [isPending, setPending] = useState(false);
  const [conflict, setConflict] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  const toast = useToast();
  const { group, memory } = triage;
  const item = card.id;
  const version = useRef(card.version);
  version.current = Math.max(version.current, card.version);
  const claiming = useRef<Promise<void>>(Promise.resolve());

  const claim = async (takeOver = false) => {
    const row = triage.state.rows.get(item) ?? card;
    const intent = takeOver ? "take-over" : row.claim?.isMine ? "release" : "claim";
    const answer = await sendForm<Claimed>(group, intent, { item });
    if (answer.kind === "done") {
      setConflict(null);
      // What only my own claim has changed is what I have read.
      if (answer.value.version === version.current + 1) version.current += 1;
    } else toast({ sentence: answer.sentence });
    void triage.refresh([item]);
    revalidate();
  };

  const decide = async (said: Said) => {
    if (isPending) return;
    setPending(true);
    const verb = meant(said);
    await claiming.current;
    const answer = await sendForm<{ decision: number | null }>(group, "decide", {
      ...{ item, itemVersion: version.current, noteVersion: card.noteVersion, verb },
      ...{ reason: said.reason, toAuthor: said.toAuthor, toStaff: said.toStaff },
    });
    setPending(false);
    if (answer.kind === "refused") {
      toast({ sentence: answer.sentence });
      return;
    }
    await triage.refresh([item]);
    setAsking(null);
    if (answer.kind !== "done") {
      setConflict(answer.sentence);
      return;
    }
    setConflict(null);
    memory.last = said;
    const { decision } = answer.value;
    if (decision === null) toast({ sentence: words.done.already });
    else {
      memory.made.push({ item, decision, said });
      const undo = () => triage.undo(decision, item);
      toast({ sentence: words.done[verb], action: { label: words.done.undo, onSelect: undo } });
    }
    if (!triage.goOn(item)) revalidate();
  };

  return {
    ...{ asking, isPending, conflict, decide, claim },
    begin: (offer) => {
      if (!offer.asks) return void decide({ verb: offer.verb, reason: null, toAuthor: "", toStaff: "" });
      setAsking(offer);
      const row = triage.state.rows.get(item) ?? card;
      // Whoever chooses a reason is on it; the others see that.
      if (row.claim === null) claiming.current = claim();
    },
    cancel: () => setAsking(null),
    repeat: () => {
      if (memory.last === null) return toast({ sentence: words.done.nothingToRepeat });
      if (!card.verbs.includes(meant(memory.last))) return toast({ sentence: words.done.cannotRepeat });
      void decide(memory.last);
    },
    lookAgain: () => {
      setConflict(null);
      revalidate();
    },
  };
}
