/** The languages of the interface (BCP 47). */
export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];
