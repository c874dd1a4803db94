import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { QueueCard } from "#app/context/queue-card.ts";
import type { Triage } from "./use-triage.ts";

/** Asks for the card again when the list says that its item is another one now, such as after one more report. */
export function useFreshCard({ state }: Pick<Triage, "state">, card: QueueCard): void {
  const { revalidate, state: loading } = useRevalidator();
  const row = state.rows.get(card.id);
  const isStale = row !== undefined && row.version > card.version;
  useEffect(() => {
    if (isStale && loading === "idle") revalidate();
  }, [isStale, loading, revalidate]);
}
