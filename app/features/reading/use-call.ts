import { useCallback } from "react";
import type { LeadPlace } from "#app/rooms/lead.ts";
import { useToast } from "#app/ui/toast.tsx";
import { leadWords as words } from "#app/words/lead.ts";

/** Brings everybody to a place; null lets them go. Says when it did not reach the others. */
export function useCall(text: string): (place: LeadPlace | null) => Promise<void> {
  const toast = useToast();
  return useCallback(
    async (place) => {
      const body = JSON.stringify(place === null ? { verb: "end" } : { verb: "look", ...place });
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`/t/${text}/lead`, { method: "POST", headers, body }).catch(() => null);
      if (answer?.ok) return;
      const said: { sentence?: string } | null = (await answer?.json().catch(() => null)) ?? null;
      toast({ sentence: said?.sentence ?? words.notCalled });
    },
    [text, toast],
  );
}
