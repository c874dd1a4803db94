/** Why the gate does not let an update in. `missing` is no fault: the sender knows something that the server does not. */
export type RefusalReason =
  /** Not an update of Yjs, or one that Yjs itself never writes. */
  | "malformed"
  /** Names a root, a node, a mark or an attribute that no page has. */
  | "shape"
  /** Writes under the client id of somebody else. */
  | "foreign"
  /** Longer, or made of more parts, than one update may be. */
  | "too-large"
  /** The page holds as much as a page may hold. */
  | "full"
  /** Took longer, or more memory, to read than any honest update does. */
  | "overrun"
  | "missing";

/** Thrown by the gate and caught by the room; the detail is for a test or a log and never holds content. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly reason: RefusalReason,
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}

/** True for a refusal of the gate. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}
