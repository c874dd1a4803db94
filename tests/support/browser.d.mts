/** Path of a Chromium that starts, or null when there is none. */
export function findBrowser(env?: NodeJS.ProcessEnv): string | null;
