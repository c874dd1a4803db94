import { MAX_NAME } from "#app/domain/member/name.ts";
import { MAX_PASSWORD, MIN_PASSWORD, type PasswordFault } from "#app/domain/member/password.ts";

const passwordFaults: Readonly<Record<PasswordFault, string>> = {
  short: `Please choose a password of at least ${MIN_PASSWORD} characters.`,
  long: `A password can have at most ${MAX_PASSWORD} characters.`,
  common: "This password stands in the lists that attackers try first. Please choose another.",
  own: "Your name or address is the first thing that somebody would try. Please choose another password.",
};

/** Sentences of the account service. */
export const accountsWords = {
  passwordFaults,
  checkForm: "Please look at the marked fields.",
  nameMissing: "Please tell the others how to call you.",
  nameLong: `A name can have at most ${MAX_NAME} characters.`,
  nameReserved: "This name could be taken for the people who run the site. Please choose another.",
  addressWrong: "This does not look like a mail address.",
  addressTaken: "There is an account with this address already.",
  addressSame: "This is your address already.",
  pronounsLong: "Pronouns can have at most 40 characters.",
  timeZoneUnknown: "This time zone is not known here.",
  hueUnknown: "Please choose one of the five colours.",
  settingUnknown: "This reader setting is not known here.",
  wrongPair: "The address or the password is not right.",
  notTheChosen: "This is not the password that was chosen when signing up.",
  wrongCurrent: "This is not your current password.",
  passwordMoved: "Your password was changed elsewhere in the meantime. Please sign in with the new one.",
  tooManyTries: "That was tried too often. Please wait a little before you try again.",
  noDemo: "There are no demo accounts here.",
  resetGone: "This link has been used already or is too old. Please ask for a new one.",
  signUpGone: "This link has been used already or is too old. Please sign in, or sign up once more.",
  setupGone: "This setup link is no longer good.",
  emailGone: "This link has been used already or is too old.",
  sessionUnknown: "That session has ended already.",
  pictureWrong: "This is not a picture that can be read here. PNG, JPEG, WebP and GIF are fine.",
  pictureLarge: "A picture can have at most 5 MB and 40 megapixels.",
  adminsOnly: "Only those who run the site may do that.",
  memberUnknown: "There is no such member.",
} as const;
