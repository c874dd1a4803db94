import { createContext, useContext } from "react";
import type { Reading } from "./use-reading.ts";

/** The shared model and the movements that need it. */
export type ReadingRoom = Reading & {
  /** Opens a thread and brings its passage into view where it is not. */
  readonly openThread: (id: string) => void;
  /** Closes what is open and goes back to where the reader was before walking the notes. */
  readonly goBack: () => void;
  readonly scrollToOffset: (offset: number) => void;
  readonly startNote: (motivation: "commenting" | "questioning") => void;
};

const ReadingContext = createContext<ReadingRoom | null>(null);

/** Gives the model to all parts of the page. */
export const ReadingProvider = ReadingContext.Provider;

/** The model of the page around; throws outside of it, which is a mistake of ours. */
export function useReadingRoom(): ReadingRoom {
  const room = useContext(ReadingContext);
  if (room === null) throw new Error("a part of the reading page stands outside of it");
  return room;
}
