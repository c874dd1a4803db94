/** What those under a sanction are told, and why giving or ending one was refused. */
export const sanctionWords = {
  /** Where somebody may object stands in each of them. */
  refused: {
    warn: (_until: string, reason: string) =>
      `Before you write again, read the warning you were given (${reason}): Settings, Sanctions. There you can appeal as well.`,
    mute: (until: string, reason: string) =>
      `You can read here but not write ${until} (${reason}). You can appeal under Settings, Sanctions. Your words are kept.`,
    suspend: (until: string, reason: string) =>
      `You are suspended here ${until} (${reason}). You can appeal under Settings, Sanctions. Your drafts are kept.`,
    ban: (until: string, reason: string) =>
      `You are banned here ${until} (${reason}). You can appeal under Settings, Sanctions. Your drafts are kept.`,
  },
  until: (moment: string) => `until ${moment}`,
  untilLifted: "until somebody lifts it",
  already: "This holds for them there already. Lift it first, or choose something else.",
  overAlready: "This sanction is over already.",
  nothingToAcknowledge: "There is nothing to acknowledge here.",
  malformed: "Something is missing. Please fill in the form again.",
  tooLong: (limit: number) => `Please use at most ${limit} characters.`,
  daysWrong: (most: number) => `Choose between 1 and ${most} days.`,
  suspensionNeedsEnd: "A suspension needs an end. What has none is a ban.",
  cannotHoldThere: "This cannot hold there: nobody can be kept out of a single thread.",
  noteMissing: "Write something first.",
  unknown: "There is nothing like this here any more.",
  unknownMember: "This person is not and was not in the group.",
  unknownPlace: "There is no such text or thread in this group.",
  unknownText: "There is no such text in this group.",
  self: "Nobody decides about themselves.",
  rank: "Your role does not stand above theirs here.",
  lastOwner: "They are the last owner of a group that others are in. Give it another owner first.",
  notYourself: "You cannot ignore yourself.",
  kinds: {
    warn: "Warning",
    "approve-first": "Approval first",
    mute: "Muted",
    suspend: "Suspended",
    ban: "Banned",
  },
  scopes: { thread: "in one thread", text: "in one text", group: "in the group", site: "on the whole site" },
  endings: { lifted: "lifted", expired: "over", void: "taken back" },
  acknowledged: "acknowledged",
  /** The page of one's own sanctions. */
  own: {
    tab: "Sanctions",
    title: "Sanctions",
    hint: "What moderators decided about you, why, and until when. Everything you wrote is still yours, and your drafts are kept.",
    none: "There is nothing here. Nobody has decided anything about you.",
    acknowledge: "I have read this",
    acknowledgeHint: "You can write again as soon as you have confirmed that you have read this.",
    inGroup: (group: string) => `in ${group}`,
    until: "Until",
    since: "Since",
    noEnd: "until somebody lifts it",
    inForce: "in force",
    said: "What you were told",
    appeal: "Look at all decisions and appeal",
  },
} as const;
