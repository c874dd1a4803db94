/** Where a teacher brings everybody: what the server says of it in the group's reading room, beside everybody's presence. */

/**
 * The Yjs client id under which the server says it, in the awareness states that stock providers already read. No client may
 * announce anything under it, and nothing of it is stored.
 */
export const LEAD_CLIENT = 0;

/** A place in the text or a thread. `start` in UTF-16 code units, null for a note on the whole text. */
export type LeadPlace = { readonly start: number | null; readonly note: string | null };

/** `seat` is who leads; `n` counts the places of one lead, so that the same place twice is a new call. */
export type Lead = LeadPlace & { readonly seat: string; readonly n: number };

/** The state that says it. */
export function leadState(lead: Lead): string {
  return JSON.stringify({ lead });
}

/** The lead among all awareness states, or null. */
export function readLead(states: ReadonlyMap<number, unknown>): Lead | null {
  const state = states.get(LEAD_CLIENT);
  if (typeof state !== "object" || state === null || !("lead" in state)) return null;
  const { lead } = state;
  if (typeof lead !== "object" || lead === null) return null;
  const { seat, n, start = null, note = null } = lead as Partial<Lead>;
  return typeof seat === "string" && typeof n === "number" ? { seat, n, start, note } : null;
}
