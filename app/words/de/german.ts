/** Every catalogue in German, by the names that `localised` knows them by. Browsers load it only when it is spoken. */
export const german = {} as const;
