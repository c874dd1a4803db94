/** A collection: threads of several texts in an order, each with a remark; a reading list, or what an exam is about. */

export const MAX_TITLE = 120;
/** Code points of its description, and of a remark on one thread. */
export const MAX_DESCRIPTION = 2_000;
export const MAX_REMARK = 500;
/** Threads in one, and collections in a group. */
export const MOST_ENTRIES = 100;
export const MOST_COLLECTIONS = 50;
/** Days for which a link can be good, and links of one collection at a time. */
export const MOST_DAYS = 180;
export const MOST_LINKS = 10;

/** The order after one step; what cannot go further stays where it is. */
export function moved(order: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = order.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return order;
  const without = order.filter((one) => one !== id);
  return [...without.slice(0, to), id, ...without.slice(to)];
}
