/** The end of an account, and taking one's data along, as pages see them. */
import type { DeletionChoice } from "#app/domain/member/factors.ts";
import type { TakenFile } from "./exports.ts";
import type { Viewer } from "./viewer.ts";

/** Both verbs want a proof of the last ten minutes: Problem("reauth-required") without. */
export interface EndingService {
  /** Names of groups that would be without an owner, and whether the site would be without an administrator. */
  obstacles(viewer: Viewer): Promise<{ readonly groups: readonly string[]; readonly isLastAdmin: boolean }>;
  /**
   * Ends every session now and the account in 14 days, unless its member signs in before. Gives when, in milliseconds.
   * Problem("conflict") for the last administrator, and for an owner without whom a group would have none.
   */
  request(viewer: Viewer, choice: DeletionChoice): Promise<number>;
  /** All that the site knows of the member as one JSON file, and nothing that is others'. */
  data(viewer: Viewer): Promise<TakenFile>;
}
