import { createContext, useContext } from "react";
import type { FollowState } from "#app/context/news.ts";
import type { FollowLevel, FollowSubject } from "#app/domain/news/news.ts";

const FollowingContext = createContext<readonly FollowState[]>([]);

/** Gives what the viewer said in a group to everything inside. */
export const FollowingProvider = FollowingContext.Provider;

/** What the viewer said of one subject; null for nothing. */
export function useLevelOf(kind: FollowSubject, id: string): FollowLevel | null {
  return useContext(FollowingContext).find((state) => state.kind === kind && state.id === id)?.level ?? null;
}
