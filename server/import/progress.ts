/** How far the reading of an import is. */

/** `share` is of the stage, from 0 to 1, null where it cannot be known. */
export type Progress = { readonly stage: "waiting" | "reading" | "arranging"; readonly share: number | null };

export type OnProgress = (progress: Progress) => void;
