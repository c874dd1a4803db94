/** A teacher bringing a class to a place, as routes see it. */
import type { LeadPlace } from "#app/rooms/lead.ts";
import type { Viewer } from "./viewer.ts";

export interface LeadService {
  /**
   * Calls everybody who reads the text to a place or a thread; nothing of it is stored. Problem("not-found") for strangers and
   * for notes that not everybody sees, Problem("forbidden") for those who do not teach here.
   */
  look(viewer: Viewer, documentId: string, place: LeadPlace): Promise<void>;
  /** Lets everybody go, whoever called them. */
  end(viewer: Viewer, documentId: string): Promise<void>;
}
