import { createContext, useContext } from "react";
import type { RosterSeat } from "#app/context/reading.ts";

/** What the words of a note need to know of the page around them. */
export type ProseSurroundings = {
  /** Of this site, so that its own addresses are known as notes. */
  readonly origin: string;
  readonly who: (seat: string) => RosterSeat | null;
  readonly isOwn: (seat: string) => boolean;
  /** Whose note that is and how it begins; a plain word where it is not known here. */
  readonly titleOf: (note: string) => string;
};

const ProseContext = createContext<ProseSurroundings | null>(null);

export const ProseProvider = ProseContext.Provider;

/** Throws outside a ProseProvider. */
export function useProseSurroundings(): ProseSurroundings {
  const value = useContext(ProseContext);
  if (value === null) throw new Error("Words of a note need a ProseProvider around them.");
  return value;
}
