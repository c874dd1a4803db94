/** How points in time are said. Short forms stand beside names, long ones in sentences and tooltips. */
export const timeWords = {
  locale: "en-GB",
  now: "just now",
  minutes: (n: number) => `${n} min`,
  hours: (n: number) => `${n} h`,
  yesterday: "yesterday",
  days: (n: number) => `${n} d`,
} as const;
