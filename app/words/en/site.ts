/** Words of the shell: the bar, the landing page, errors, and what many pages share. */
export const siteWords = {
  name: "Glossa",
  title: (page: string) => `${page} · Glossa`,
  description: "Read a text together and discuss it in its margin.",
  skip: "Skip to the content",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  saved: "Saved.",
  copy: "Copy link",
  copied: "Copied.",
  home: "Glossa, to your groups",
  trail: "Where you are",
  sheet: { raise: "Show more", lower: "Show less" },
  loading: "Loading…",
  menu: "Your account",
  groups: "Your groups",
  settings: "Settings",
  admin: "People on this site",
  signIn: "Sign in",
  signUp: "Create an account",
  signOut: "Sign out",
  search: "Search all texts and notes",
} as const;

/** Error pages by what they mean for the person. */
export const errorWords = {
  missing: {
    title: "There is no page here",
    sentence:
      "The address may be misspelt, or what stood here was removed, or it belongs to a group that you are not in.",
  },
  forbidden: {
    title: "This is not open to you",
    sentence: "Ask an owner of the group if you think that it should be.",
  },
  gone: { title: "This is over", sentence: "The link was used, taken back, or has expired." },
  busy: { title: "That was a little fast", sentence: "Wait a moment and try again." },
  refused: { title: "That could not be done", sentence: "Go back, look at it again, and try once more." },
  broken: {
    title: "Something broke on our side",
    sentence: "What you wrote is still in your browser. Try again in a moment.",
  },
  home: "To your groups",
  request: (id: string) => `If you report this, name the request ${id}.`,
} as const;

/** The page for those who are not signed in. */
export const landingWords = {
  title: "Read it together.",
  lead: "Glossa is a quiet place where a group reads a text and talks in its margin, while they read, at the very line they mean.",
  demo: "Look around the demo",
  points: [
    {
      title: "The text comes first",
      sentence: "Set like a page, numbered for the seminar, readable on a phone and on paper.",
    },
    {
      title: "Notes stand at their line",
      sentence: "Highlight, ask or comment; the thread opens beside the sentence and nothing jumps.",
    },
    {
      title: "Live, and yours",
      sentence: "See who reads with you. Everything is kept on your own server, in one file.",
    },
  ],
  sample: {
    label: "A passage with a note in its margin",
    before: "To the people living on it the line was a promise, and ",
    marked: "a promise is only as strong as the fear of the one who makes it.",
    after:
      " When the fear passes, the promise is renamed: first a policy, then a position, and at last a misunderstanding.",
    number: "2",
    name: "Amina Musa",
    badge: "Question",
    time: "38 min",
    note: "Whose fear? The sentence makes the promiser afraid, but in ¶5 it is the asker who is. Is the slip deliberate?",
    replyName: "Jonas Keller",
    replyTime: "21 min",
    reply: "I read it as both: a guarantee needs two frightened people.",
  },
} as const;

/** Signing out while something has not been sent. */
export const signOutWords = {
  title: "Sign out anyway?",
  unsent: (n: number) =>
    n === 1
      ? "One note has not reached the server yet. Signing out here throws it away."
      : `${n} notes have not reached the server yet. Signing out here throws them away.`,
  unstored: (n: number) =>
    n === 1
      ? "A shared page holds words of yours that are not stored yet. Signing out here throws them away."
      : `${n} shared pages hold words of yours that are not stored yet. Signing out here throws them away.`,
  stay: "Stay signed in",
  leave: "Throw away and sign out",
} as const;
