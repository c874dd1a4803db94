/** The shapes of the demo content: people, their groups, the texts that they read, and what they wrote in the margins. */
import type { builtInKinds, Colour } from "#app/domain/annotation/annotation.ts";
import type { Reaction } from "#app/domain/annotation/reaction.ts";
import type { Role } from "#app/domain/group/group.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";

/** One member of the demo site. */
export type SeedPerson = {
  /** How the other seed files name this person; never stored. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly pronouns: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Which of the five avatar colours. */
  readonly hue: 1 | 2 | 3 | 4 | 5;
  /** Only the one who runs the site has it. */
  readonly administrator?: true;
};

/** One text in a group's library. */
export type SeedText = {
  /** The slug that `notesByText` is keyed by. */
  readonly key: string;
  /** File name in `db/seed/texts`, Markdown. */
  readonly file: string;
  readonly kind: "essay" | "poem" | "dialogue" | "prose";
  /** BCP 47. */
  readonly language: string;
  readonly author: string;
  /** Days before the moment of seeding; every note on the text is younger. */
  readonly addedDaysAgo: number;
  /** Key of a member of the group. */
  readonly addedBy: string;
};

/** One group with its members and its library. */
export type SeedGroup = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly { readonly person: string; readonly role: Role }[];
  readonly texts: readonly SeedText[];
  /** Its vocabulary. */
  readonly tags: readonly SeedTag[];
};

/** A tag that a group keeps. */
export type SeedTag = { readonly name: string; readonly colour: Colour; readonly meaning: string };

/** Who gave what, by key. */
export type SeedReactions = Readonly<Partial<Record<Reaction, readonly string[]>>>;

/** A report of a note. */
export type SeedReport = {
  readonly by: string;
  readonly reason: Reason;
  readonly words?: string;
  readonly minutesAgo: number;
};

/** What a moderator decided about a note. */
export type SeedDecision = {
  readonly by: string;
  readonly verb: "publish" | "hide" | "remove" | "revise";
  readonly reason: Reason;
  readonly toAuthor: string;
  readonly minutesAgo: number;
};

/** What moderators have to do with a note. */
type Moderated = {
  readonly reports?: readonly SeedReport[];
  readonly decided?: SeedDecision;
};

/** One reply in a thread, oldest first. */
export type SeedReply = Moderated & {
  readonly by: string;
  /** Markup; `@{key}` names a person. */
  readonly body: string;
  readonly minutesAgo: number;
  readonly reactions?: SeedReactions;
  /** Only staff and the author of the note see it. */
  readonly privately?: true;
  /** It answers the question, as its asker says. */
  readonly answers?: true;
};

/** One highlight, note or question, with its replies. */
export type SeedNote = Moderated & {
  readonly key: string;
  readonly by: string;
  /** A substring of the revision's plain text that occurs there once ("\n" between two blocks and for a line break); null when the note is on the whole text. */
  readonly quote: string | null;
  readonly colour: Colour;
  readonly kind: "highlight" | "note" | "question";
  /** Markup; `@{key}` names a person. Empty for a highlight without words. */
  readonly body: string;
  /** Minutes before the moment of seeding. */
  readonly minutesAgo: number;
  readonly replies?: readonly SeedReply[];
  /** Only the author sees it. */
  readonly private?: true;
  /** Further passages, quoted like the first. */
  readonly also?: readonly string[];
  readonly as?: (typeof builtInKinds)[number];
  readonly tags?: readonly string[];
  readonly reactions?: SeedReactions;
};
