/** What rules say: to authors, to moderators who keep them, and on their page. */
export const rulesWords = {
  busy: "Too many notes are being checked at this moment. Try again in a second.",
} as const;
