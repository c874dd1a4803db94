/** Reports, as those who make them see them: never who else reported, nor what came of it beyond a neutral outcome. */
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { Outcome } from "#app/domain/moderation/report.ts";
import type { Viewer } from "./viewer.ts";

export type ReportInput = {
  /** A note, or a person in a group. */
  readonly target:
    | { readonly kind: "note"; readonly id: string }
    | { readonly kind: "member"; readonly id: string; readonly group: string };
  readonly reason: Reason;
  /** At most `MAX_REPORT_WORDS`; needed where the reason is "other". */
  readonly words: string;
};

/** One of the viewer's own reports. */
export type OwnReport = {
  readonly id: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly target: { readonly kind: "note" | "member"; readonly id: string };
  /** Where the note stands; null for people and for what is gone. */
  readonly document: string | null;
  readonly reason: Reason;
  readonly words: string;
  readonly at: number;
  readonly outcome: Outcome;
  readonly settledAt: number | null;
};

export interface ReportService {
  /**
   * Reports once for each version of the words: again gives the same report and tells nobody. Problem("not-found") for what
   * the viewer may not see, "forbidden" for their own, "too-many" beyond 20 an hour.
   */
  report(viewer: Viewer, report: ReportInput): Promise<{ readonly report: string; readonly isNew: boolean }>;
  /** As if it had not been made, unless it was decided already. */
  withdraw(viewer: Viewer, report: string): Promise<void>;
  /** Newest first, at most 100. */
  mine(viewer: Viewer): Promise<readonly OwnReport[]>;
  /** Ids of the notes of a text that the viewer has reported, with the report that they may withdraw. */
  onText(viewer: Viewer, document: string): Promise<readonly { readonly note: string; readonly report: string }[]>;
}
