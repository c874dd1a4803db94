/** How long the words of a note are kept once nobody is meant to read them any more. Milliseconds. */
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";

const DAY = 24 * 60 * 60 * 1000;

/** Appeals need what was decided about; spam needs nothing but its number. */
export const keptFor = {
  removed: 90 * DAY,
  deleted: 90 * DAY,
  spam: 30 * DAY,
} as const satisfies Partial<Readonly<Record<AnnotationStatus, number>>>;
