/** What a student and the staff say to each other about a released grade. */

export type FeedbackMessage = {
  readonly id: string;
  /** Null once the account is gone. */
  readonly by: string | null;
  /** Whether the viewer said it. */
  readonly isOwn: boolean;
  readonly isStaff: boolean;
  /** HTML, sanitised. */
  readonly html: string;
  /** Milliseconds. */
  readonly at: number;
};

/** `id` is a ULID of the client: sending twice with it is sending once. */
export type FeedbackSaid = { readonly id: string; readonly words: string };

/** Code points of a message, and messages about one grade. */
export const MAX_MESSAGE = 4_000;
export const MAX_MESSAGES = 200;
