/**
 * Who sees what of one note. Loaders, exports, counts and the projection into rooms all ask this function
 * (reference: the table of states × viewers that moderation builds on).
 */
import type { AnnotationStatus } from "./annotation.ts";

/** How the viewer stands to the note: its creator, staff of the group, or a reader in one of its audiences. */
export type Standing = "creator" | "staff" | "reader";

/** `body`: everything; `tombstone`: that something stood here, with its replies; `nothing`: not even a count. */
export type Sight = "body" | "tombstone" | "nothing";

/**
 * Published replies under a note, at any depth. `private`: only such as its creator and staff read. Under a private reply
 * every reply is as public as the note itself.
 */
export type Answers = "none" | "private" | "public";

/** What a viewer of that standing sees of a note in that status, with those answers under it. */
export function sightOf(status: AnnotationStatus, standing: Standing, answers: Answers): Sight {
  const isAnswered = answers === "public" || (answers === "private" && standing !== "reader");
  const trace: Sight = isAnswered ? "tombstone" : "nothing";
  switch (status) {
    case "published":
      return "body";
    case "draft":
      return standing === "creator" ? "body" : "nothing";
    case "held":
      return standing === "reader" ? "nothing" : "body";
    case "hidden":
    case "removed":
      return standing === "reader" ? trace : "body";
    case "spam":
      return standing === "reader" ? "nothing" : "body";
    case "deleted":
    case "redacted":
      return trace;
  }
}
