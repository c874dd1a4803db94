/** Sentences of the storage: overload, and databases that this build cannot open. */
export const storageWords = {
  busy: "Too much is being written at this moment. Please try again in a few seconds.",
  newerSchema: (file: string, build: string) =>
    `The database ${file} was written by a newer version of Glossa. This one knows it up to "${build}". Start the newer version, or restore a backup made before it.`,
} as const;
