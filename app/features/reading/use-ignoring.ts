import { useFetcher } from "@remix-run/react";
import { useMemo, useState } from "react";
import type { ReadingPage } from "#app/context/reading.ts";
import { isStaff } from "#app/domain/group/group.ts";
import type { ThreadSurroundings } from "#app/features/thread/thread-context.tsx";

/** Whom the reader ignores: as the page was loaded, and since. */
export function useIgnoring(
  page: ReadingPage,
  who: ThreadSurroundings["who"],
): Pick<ThreadSurroundings, "isIgnored" | "ignore"> {
  const [since, setSince] = useState<readonly string[]>([]);
  const { submit } = useFetcher();
  return useMemo(
    () => ({
      isIgnored: (seat) => page.ignored.includes(seat) || since.includes(seat),
      ignore(seat) {
        const person = who(seat);
        if (person === null) return;
        submit({ intent: "ignore", member: person.id }, { method: "post", action: "/settings/ignored" });
        // Staff stay to be read: of them only the news end.
        if (person.role === null || !isStaff(person.role)) setSince((before) => [...before, seat]);
      },
    }),
    [page, who, since, submit],
  );
}
