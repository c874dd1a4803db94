/** What a member is told of, and how. */

/** What a member can follow or mute; a text follows its group, a thread its text, unless said otherwise. */
export const followSubjects = ["group", "document", "thread", "member"] as const;
export type FollowSubject = (typeof followSubjects)[number];

export const followLevels = ["follow", "mute"] as const;
export type FollowLevel = (typeof followLevels)[number];

/**
 * `mention`: the note names the member; `reply`: in a thread that the member began or wrote in; `private`: a private
 * reply; `answered`, `endorsed`: the member's question or note; `decided`: a moderator decided about the member's note;
 * `outcome`: a report of the member was looked at; `note`: by somebody or in something that is followed.
 */
export const newsKinds = ["mention", "reply", "private", "answered", "endorsed", "decided", "outcome", "note"] as const;
export type NewsKind = (typeof newsKinds)[number];

export const letterFrequencies = ["at-once", "daily", "weekly", "never"] as const;
export type LetterFrequency = (typeof letterFrequencies)[number];

/** Mail of a member who chose nothing. */
export const defaultFrequency: Readonly<Record<NewsKind, LetterFrequency>> = {
  mention: "at-once",
  reply: "daily",
  private: "at-once",
  answered: "daily",
  endorsed: "never",
  decided: "daily",
  outcome: "never",
  note: "never",
};
