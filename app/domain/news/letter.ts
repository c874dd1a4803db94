/** Letters about news: which choice stops which of them, and their states in the queue. */
import { z } from "zod";
import { defaultFrequency, type LetterFrequency, letterFrequencies, type NewsKind, newsKinds } from "./news.ts";

export const letterStates = ["waiting", "sent", "given-up"] as const;

/** How often a member is written to about each kind of news. */
export type LetterChoices = Readonly<Record<NewsKind, LetterFrequency>>;

/** Which letters the link in one of them stops: those at once by their kinds, a digest as a whole. */
export const stopSchema = z.object({
  frequency: z.enum(letterFrequencies).exclude(["never"]),
  kinds: z.array(z.enum(newsKinds)),
});
export type Stop = z.infer<typeof stopSchema>;

/** All kinds, by what the member chose and else by default. */
export function withDefaults(chosen: Partial<LetterChoices>): LetterChoices {
  return { ...defaultFrequency, ...chosen };
}

/** The kinds that `stop` ends for somebody with these choices; none when it has been pressed already. */
export function stoppedKinds({ frequency, kinds }: Stop, choices: LetterChoices): readonly NewsKind[] {
  const isMeant = (kind: NewsKind): boolean => frequency !== "at-once" || kinds.includes(kind);
  return newsKinds.filter((kind) => choices[kind] === frequency && isMeant(kind));
}
