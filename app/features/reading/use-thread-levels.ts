import { useRouteLoaderData } from "@remix-run/react";
import { useCallback, useMemo, useState } from "react";
import type { ReadingPage } from "#app/context/reading.ts";
import type { FollowLevel } from "#app/domain/news/news.ts";
import { useToast } from "#app/ui/toast.tsx";
import { newsWords } from "#app/words/news.ts";

/** What the reader said of threads. */
export type ThreadLevels = {
  /** `wroteAt`: when the reader last wrote in the thread, or null; whoever writes follows it unless they said otherwise. */
  readonly levelOf: (root: string, wroteAt: number | null) => FollowLevel | null;
  readonly setLevel: (root: string, level: FollowLevel | null) => void;
};

/** Follows and mutes threads of the page; what the server refuses is taken back. */
export function useThreadLevels({ levels, group }: ReadingPage): ThreadLevels {
  const toast = useToast();
  // What was written before the page was made is in what it brought.
  const loadedAt = useRouteLoaderData<{ readonly now: number }>("root")?.now ?? 0;
  const [said, setSaid] = useState<ReadonlyMap<string, FollowLevel | null>>(
    () => new Map(levels.map(({ root, level }) => [root, level])),
  );
  const put = useCallback((root: string, level: FollowLevel | null | undefined) => {
    setSaid((before) => {
      const after = new Map(before);
      if (level === undefined) after.delete(root);
      else after.set(root, level);
      return after;
    });
  }, []);
  return useMemo(
    () => ({
      levelOf(root, wroteAt) {
        if (said.has(root)) return said.get(root) ?? null;
        return wroteAt !== null && wroteAt > loadedAt ? "follow" : null;
      },
      setLevel(root, level) {
        const before = said.get(root);
        put(root, level);
        const body = new URLSearchParams({ kind: "thread", id: root, group: group.id, intent: level ?? "none" });
        void fetch("/follow", { method: "POST", body, headers: { accept: "application/json" } })
          .then(({ ok }) => ok)
          .catch(() => false)
          .then((isDone) => {
            if (!isDone) put(root, before);
            toast({ sentence: isDone ? newsWords.follow.done[level ?? "none"] : newsWords.follow.failed });
          });
      },
    }),
    [said, put, toast, group.id, loadedAt],
  );
}
