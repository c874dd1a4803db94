/** Says in the group's reading room that gates opened: whoever waits behind one asks which rooms they may open now. */

/** The Yjs client id under which the server says it; see `LEAD_CLIENT`. */
export const OPENED_CLIENT = 0xffff_ffff;

/** The state that says it; `n` is another one each time. */
export function openedState(n: number): string {
  return JSON.stringify({ opened: n });
}

/** Which time it was among all awareness states; 0 for never. */
export function readOpened(states: ReadonlyMap<number, unknown>): number {
  const state = states.get(OPENED_CLIENT);
  if (typeof state !== "object" || state === null || !("opened" in state)) return 0;
  return typeof state.opened === "number" ? state.opened : 0;
}
