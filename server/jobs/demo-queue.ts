/** Plants reports and decisions of the demo's past, so that its moderators do not come to an empty queue. */
import type { ModerationService } from "#app/context/moderation.ts";
import type { ReportService } from "#app/context/reports.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Repositories } from "#db/store.ts";
import type { MarginEvent } from "./demo-margin.ts";

export type QueuePlanting = {
  readonly read: Pick<Repositories, "annotations">;
  readonly reports: Pick<ReportService, "report">;
  readonly moderation: Pick<ModerationService, "decide">;
  /** The clock of these services. */
  readonly setTime: (milliseconds: number) => void;
  /** The moment of planting, milliseconds. */
  readonly now: number;
};

const MINUTE = 60_000;

/** Reports notes that are there already, and decides about some of them; each at its own time. */
export async function plantQueue(
  planting: QueuePlanting,
  events: readonly MarginEvent[],
  viewerOf: (person: string) => Viewer,
): Promise<void> {
  const { read, reports, moderation, setTime, now } = planting;
  for (const { command, moderated } of events) {
    const note = command.id;
    for (const { by, reason, words = "", minutesAgo } of moderated?.reports ?? []) {
      setTime(now - minutesAgo * MINUTE);
      await reports.report(viewerOf(by), { target: { kind: "note", id: note }, reason, words });
    }
    const decided = moderated?.decided;
    if (decided === undefined) continue;
    const { by, verb, reason, toAuthor, minutesAgo } = decided;
    setTime(now - minutesAgo * MINUTE);
    const version = (await read.annotations.find(note))?.version ?? 0;
    await moderation.decide(viewerOf(by), { note, verb, reason, toAuthor, toStaff: "", version });
  }
}
