import { useCallback, useState } from "react";
import { ulid } from "ulid";
import type { BatchPreview, BatchResult } from "#app/context/queue.ts";
import { useToast } from "#app/ui/toast.tsx";
import { askProgress, sendForm } from "./ask.ts";
import { meant, type Said } from "./deciding.ts";
import type { Triage } from "./use-triage.ts";

export type BulkVerb = "publish" | "hide" | "remove" | "revise";

/** Where a batch is: being looked at before, under way, done, or taken back. */
export type BulkStage =
  | { readonly kind: "preview"; readonly verb: BulkVerb; readonly preview: BatchPreview | null }
  | { readonly kind: "running"; readonly at: number; readonly of: number }
  | { readonly kind: "result" | "undone"; readonly result: BatchResult };

export type Bulk = {
  readonly stage: BulkStage | null;
  readonly begin: (verb: BulkVerb) => void;
  readonly run: (said: Said) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly close: () => void;
  /** One item, or with Shift the range up to it. */
  readonly select: (id: string, withShift: boolean) => void;
};

/** Milliseconds between two questions how far a batch is. */
const PACE = 250;

/** Decides about what is selected: a look before, then all of it, each row for itself, and the way back. */
export function useBulk(triage: Triage): Bulk {
  const [stage, setStage] = useState<BulkStage | null>(null);
  const toast = useToast();
  const { group, state, tell } = triage;
  const items = [...state.selected].flatMap((id) => {
    const row = state.rows.get(id);
    return row === undefined ? [] : [`${id}:${row.version}`];
  });

  const begin = async (verb: BulkVerb) => {
    if (items.length === 0) return;
    setStage({ kind: "preview", verb, preview: null });
    // A look before needs no reason yet; one that cannot be refused for lack of it is asked with.
    const asked = {
      items: items.join(","),
      verb,
      reason: verb === "publish" ? "" : "other",
      toAuthor: "",
      toStaff: "",
    };
    const answer = await sendForm<{ readonly preview: BatchPreview }>(group, "preview", asked);
    if (answer.kind === "done") return setStage({ kind: "preview", verb, preview: answer.value.preview });
    setStage(null);
    toast({ sentence: answer.sentence });
  };

  /** Runs while it is told how far it is; the rows are asked for again at its end. */
  const follow = async (intent: string, batch: string, fields: Readonly<Record<string, string | null>>) => {
    setStage({ kind: "running", at: 0, of: items.length });
    const timer = setInterval(async () => {
      const progress = await askProgress(group, batch);
      if (progress !== null)
        setStage((now) => (now?.kind === "running" ? { kind: "running", at: progress.done, of: progress.of } : now));
    }, PACE);
    const answer = await sendForm<BatchResult>(group, intent, fields);
    clearInterval(timer);
    if (answer.kind !== "done") {
      setStage(null);
      toast({ sentence: answer.sentence });
      return;
    }
    await triage.refresh(answer.value.rows.map(({ item }) => item));
    setStage({ kind: intent === "bulk" ? "result" : "undone", result: answer.value });
  };

  return {
    stage,
    begin: (verb) => void begin(verb),
    run: async (said) => {
      const id = ulid();
      await follow("bulk", id, {
        ...{ id, items: items.join(","), verb: meant(said) },
        ...{ reason: said.reason, toAuthor: said.toAuthor, toStaff: said.toStaff },
      });
      tell({ kind: "select", ids: [] });
    },
    undo: async () => {
      if (stage?.kind !== "result") return;
      const { batch } = stage.result;
      await follow("undo-batch", batch, { batch });
    },
    close: () => setStage(null),
    select: useCallback(
      (id: string, withShift: boolean) => tell(withShift ? { kind: "range", to: id } : { kind: "toggle", id }),
      [tell],
    ),
  };
}
