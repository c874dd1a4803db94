import type { Note } from "#app/live/note.ts";
import type { Audience } from "./suggestions.ts";
import { useThreadSurroundings } from "./thread-context.tsx";

/** Who will see what is written at that placement, and can therefore be named in it; `addressee` is whom staff answers in private. */
export function useAudience(placement: Note["placement"], addressee: Note): Audience {
  const { who } = useThreadSurroundings();
  if (placement === "staff") return { staffAnd: who(addressee.seat)?.id ?? "" };
  if (placement !== "everyone") return "nobody";
  const seat = who(addressee.seat);
  return seat?.room === "among" ? { among: seat.audience } : "everyone";
}
