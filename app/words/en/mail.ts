/** The text of one mail: a subject, paragraphs, and at most one link to follow. */
export type MailText = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: { readonly label: string; readonly url: string } | null;
};

/** The mails that Glossa sends, one each; every `url` is built from the configured origin. */
export const mailWords = {
  reset: (name: string, url: string): MailText => ({
    subject: "A new password for Glossa",
    paragraphs: [
      `Hello ${name},`,
      "somebody, hopefully you, asked for a new password. The link below is good for 30 minutes and for one use.",
      "If it was not you, nothing has changed and there is nothing to do.",
    ],
    link: { label: "Choose a new password", url },
  }),
  passwordChanged: (name: string, url: string): MailText => ({
    subject: "Your Glossa password was changed",
    paragraphs: [
      `Hello ${name},`,
      "the password of your account was changed just now, and every other device was signed out.",
      "If it was not you, please ask for a new password at once.",
    ],
    link: { label: "Ask for a new password", url },
  }),
  /** Without the name: whoever signs up chooses it, and this letter goes to addresses that others typed. */
  confirmSignUp: (url: string): MailText => ({
    subject: "Please confirm your Glossa account",
    paragraphs: [
      "Hello,",
      "somebody, hopefully you, signed up with this address. The link below makes the account; it is good for one day.",
      "If it was not you, please leave the link alone: without it there is no account.",
    ],
    link: { label: "Make the account", url },
  }),
  addressTaken: (name: string, url: string): MailText => ({
    subject: "You have a Glossa account already",
    paragraphs: [
      `Hello ${name},`,
      "somebody, perhaps you, tried to sign up with this address. It has an account already, and nothing has changed.",
      "If you have forgotten the password, you can ask for a new one.",
    ],
    link: { label: "Ask for a new password", url },
  }),
  confirmAddress: (name: string, url: string): MailText => ({
    subject: "Please confirm your new address",
    paragraphs: [
      `Hello ${name},`,
      "please confirm that your Glossa account shall use this address from now on. The link is good for one day.",
      "If you did not ask for this, there is nothing to do.",
    ],
    link: { label: "Use this address", url },
  }),
  addressChanging: (name: string, address: string, url: string): MailText => ({
    subject: "The address of your Glossa account is about to change",
    paragraphs: [
      `Hello ${name},`,
      `your account was asked to use ${address} in place of this address.`,
      "If it was not you, the link below takes the change back and signs out every device. It is good for seven days.",
    ],
    link: { label: "Keep this address", url },
  }),
  invitation: (inviter: string, group: string, url: string): MailText => ({
    subject: `${inviter} invites you to read together`,
    paragraphs: [
      `${inviter} invites you to “${group}” on Glossa, where people read a text together and discuss it in its margin.`,
    ],
    link: { label: "Join the group", url },
  }),
  factorsChanged: (name: string, what: string, url: string): MailText => ({
    subject: "About the security of your Glossa account",
    paragraphs: [
      `Hello ${name},`,
      what,
      "If it was not you, please change your password at once and look at your second factors.",
    ],
    link: { label: "Look at them", url },
  }),
  accountEnds: (name: string, date: string, url: string): MailText => ({
    subject: "Your Glossa account will end",
    paragraphs: [
      `Hello ${name},`,
      `as you wished, your account ends on ${date}. Until then you only have to sign in, and everything stays as it was.`,
    ],
    link: { label: "Sign in and keep the account", url },
  }),
  accountStays: (name: string): MailText => ({
    subject: "Your Glossa account stays",
    paragraphs: [`Hello ${name},`, "you signed in, so your account does not end and everything stays as it was."],
    link: null,
  }),
  accountEnded: (name: string): MailText => ({
    subject: "Your Glossa account has ended",
    paragraphs: [`Hello ${name},`, "your account has ended as you wished. This is the last letter."],
    link: null,
  }),
  footer: (origin: string): string => `Glossa at ${origin}`,
} as const;
