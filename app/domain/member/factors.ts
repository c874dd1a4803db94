/** Words of second factors, passkeys and the end of an account that storage, services and pages share. */

/** What an answer of a passkey is for. */
export const challengePurposes = ["enrol", "sign-in", "verify", "confirm"] as const;

export type ChallengePurpose = (typeof challengePurposes)[number];

/** What becomes of what somebody wrote when their account ends. */
export const deletionChoices = ["anonymise", "erase"] as const;

export type DeletionChoice = (typeof deletionChoices)[number];

/** Milliseconds within which somebody must have proved who they are for what cannot be taken back. */
export const FRESH = 10 * 60 * 1000;

/** Milliseconds between the wish to end an account and its end. */
export const DELETION_GRACE = 14 * 24 * 60 * 60 * 1000;

/** Recovery codes that are made at a time. */
export const RECOVERY_CODES = 10;

/** Longest name of a passkey, code points. */
export const MAX_PASSKEY_NAME = 60;

/** Most passkeys of one member. */
export const MAX_PASSKEYS = 20;
