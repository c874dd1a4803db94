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

/** One piece of news as its receiver may be told of it now. */
export type ToldNote = {
  readonly kind: NewsKind;
  /** The note's id, and that of the first one of its thread. */
  readonly note: string;
  readonly root: string;
  /** Name of who did it, as the receiver sees it; null where nobody sits there any more. */
  readonly by: string | null;
  readonly group: { readonly id: string; readonly name: string };
  readonly text: {
    readonly id: string;
    readonly title: string;
    readonly language: string;
    readonly dir: "ltr" | "rtl";
  };
  /** The numbered paragraph, and the words of the text that it is about; null for the whole text. */
  readonly number: number | null;
  readonly passage: string | null;
  readonly body: string;
  /** Milliseconds. */
  readonly created: number;
  readonly edited: number | null;
};

/** A letter about news, to be said in its receiver's language and time zone. */
export type NewsLetter = {
  readonly frequency: Stop["frequency"];
  /** At least one; those of one text stand together. */
  readonly notes: readonly ToldNote[];
  /** News that found no room. */
  readonly further: number;
  readonly timeZone: string;
  /** The address that stops letters like this one. */
  readonly stopUrl: string;
  /** Ids of the notifications that it tells of. */
  readonly news: readonly string[];
};
