import { MAX_NAME } from "#app/domain/member/name.ts";
import { MAX_PASSWORD, MIN_PASSWORD } from "#app/domain/member/password.ts";
import type { accountsWords as english } from "../en/accounts.ts";
import type { Translated } from "../localised.ts";

export const accountsWords: Translated<typeof english> = {
  passwordFaults: {
    short: `Ein Passwort braucht mindestens ${MIN_PASSWORD} Zeichen.`,
    long: `Ein Passwort hat höchstens ${MAX_PASSWORD} Zeichen.`,
    common: "Dieses Passwort steht in den Listen, die Angreifer zuerst durchgehen. Bitte ein anderes wählen.",
    own: "Den eigenen Namen oder die Adresse würde man zuerst versuchen. Bitte ein anderes Passwort wählen.",
  },
  checkForm: "Die markierten Felder brauchen noch einen Blick.",
  nameMissing: "Unter welchem Namen sollen die anderen lesen?",
  nameLong: `Ein Name hat höchstens ${MAX_NAME} Zeichen.`,
  nameReserved: "Dieser Name klingt nach denen, die die Seite betreiben. Bitte einen anderen wählen.",
  addressWrong: "Das sieht nicht nach einer Mailadresse aus.",
  addressTaken: "Zu dieser Adresse gibt es schon ein Konto.",
  addressSame: "Das ist schon die Adresse dieses Kontos.",
  pronounsLong: "Pronomen haben hier höchstens 40 Zeichen.",
  timeZoneUnknown: "Diese Zeitzone ist hier nicht bekannt.",
  hueUnknown: "Bitte eine der fünf Farben wählen.",
  settingUnknown: "Diese Einstellung ist hier nicht bekannt.",
  wrongPair: "Adresse oder Passwort stimmt nicht.",
  notTheChosen: "Das ist nicht das Passwort, das bei der Anmeldung gewählt wurde.",
  wrongCurrent: "Das ist nicht das jetzige Passwort.",
  passwordMoved: "Das Passwort wurde inzwischen anderswo geändert. Bitte mit dem neuen anmelden.",
  tooManyTries: "Das waren viele Versuche. Bitte vor dem nächsten ein wenig warten.",
  noDemo: "Hier gibt es keine Konten zum Ausprobieren.",
  resetGone: "Dieser Link wurde schon benutzt oder ist zu alt. Bitte einen neuen anfordern.",
  signUpGone: "Dieser Link wurde schon benutzt oder ist zu alt. Bitte anmelden oder noch einmal ein Konto anlegen.",
  setupGone: "Dieser Einrichtungslink gilt nicht mehr.",
  emailGone: "Dieser Link wurde schon benutzt oder ist zu alt.",
  sessionUnknown: "Diese Anmeldung ist schon beendet.",
  pictureWrong: "Dieses Bild lässt sich hier nicht lesen. Möglich sind PNG, JPEG, WebP und GIF.",
  pictureLarge: "Ein Bild hat höchstens 5 MB und 40 Megapixel.",
  adminsOnly: "Das darf nur, wer die Seite betreibt.",
  memberUnknown: "Dieses Konto gibt es nicht.",
};
