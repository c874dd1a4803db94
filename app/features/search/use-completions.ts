import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { Completion } from "#app/context/search.ts";
import type { Completing } from "#app/domain/search/complete.ts";
import { fold, namesMatch } from "#app/domain/search/fold.ts";

/** What the server answers, with what it was asked. */
export type CompletionAnswer = {
  readonly facet: string;
  readonly typed: string;
  readonly values: readonly Completion[];
};

const none: readonly Completion[] = [];

/** Values for what is being typed; those of the last letter that still fit stay until the next ones come. */
export function useCompletions(
  group: string,
  everywhere: boolean,
  completing: Completing | null,
): readonly Completion[] {
  const { load, data } = useFetcher<CompletionAnswer>();
  const { facet, typed } = completing ?? {};
  useEffect(() => {
    if (facet === undefined || typed === undefined) return;
    const params = new URLSearchParams({ facet, typed, ...(everywhere ? { where: "all" } : {}) });
    load(`/g/${group}/search/values?${params}`);
  }, [facet, typed, group, everywhere, load]);
  if (facet === undefined || typed === undefined || data?.facet !== facet) return none;
  return data.values.filter(({ label }) => fold(typed) === "" || namesMatch(label, typed));
}
