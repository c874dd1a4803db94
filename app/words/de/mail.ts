import type { mailWords as english } from "../en/mail.ts";
import type { Translated } from "../localised.ts";

export const mailWords: Translated<typeof english> = {
  reset: (name, url) => ({
    subject: "Ein neues Passwort für Glossa",
    paragraphs: [
      `Hallo ${name},`,
      "jemand, hoffentlich du, hat um ein neues Passwort gebeten. Der Link unten gilt 30 Minuten und ein einziges Mal.",
      "Warst du es nicht, hat sich nichts geändert, und es ist nichts zu tun.",
    ],
    link: { label: "Ein neues Passwort wählen", url },
  }),
  passwordChanged: (name, url) => ({
    subject: "Das Passwort für Glossa wurde geändert",
    paragraphs: [
      `Hallo ${name},`,
      "das Passwort deines Kontos wurde soeben geändert; auf allen anderen Geräten ist die Anmeldung beendet.",
      "Warst du es nicht, fordere bitte sofort ein neues an.",
    ],
    link: { label: "Ein neues Passwort anfordern", url },
  }),
  confirmSignUp: (url) => ({
    subject: "Bitte das Konto bei Glossa bestätigen",
    paragraphs: [
      "Hallo,",
      "jemand, hoffentlich du, hat sich mit dieser Adresse angemeldet. Der Link unten legt das Konto an; er gilt einen Tag.",
      "Warst du es nicht, lass den Link bitte unberührt: Ohne ihn gibt es kein Konto.",
    ],
    link: { label: "Konto anlegen", url },
  }),
  addressTaken: (name, url) => ({
    subject: "Es gibt schon ein Konto bei Glossa",
    paragraphs: [
      `Hallo ${name},`,
      "jemand, vielleicht du, wollte sich mit dieser Adresse anmelden. Zu ihr gibt es schon ein Konto, und nichts hat sich geändert.",
      "Ist das Passwort vergessen, lässt sich ein neues anfordern.",
    ],
    link: { label: "Ein neues Passwort anfordern", url },
  }),
  confirmAddress: (name, url) => ({
    subject: "Bitte die neue Adresse bestätigen",
    paragraphs: [
      `Hallo ${name},`,
      "bitte bestätige, dass dein Konto bei Glossa von nun an diese Adresse verwendet. Der Link gilt einen Tag.",
      "Kam die Bitte nicht von dir, ist nichts zu tun.",
    ],
    link: { label: "Diese Adresse verwenden", url },
  }),
  addressChanging: (name, address, url) => ({
    subject: "Die Adresse deines Kontos bei Glossa soll sich ändern",
    paragraphs: [
      `Hallo ${name},`,
      `dein Konto soll künftig ${address} statt dieser Adresse verwenden.`,
      "Warst du es nicht, nimmt der Link unten die Änderung zurück und beendet die Anmeldung auf allen Geräten. Er gilt sieben Tage.",
    ],
    link: { label: "Diese Adresse behalten", url },
  }),
  invitation: (inviter, group, url) => ({
    subject: `${inviter} lädt zum gemeinsamen Lesen ein`,
    paragraphs: [
      `${inviter} lädt dich zu „${group}“ auf Glossa ein. Dort lesen mehrere zusammen einen Text und besprechen ihn an seinem Rand.`,
    ],
    link: { label: "Der Gruppe beitreten", url },
  }),
  factorsChanged: (name, what, url) => ({
    subject: "Zur Sicherheit deines Glossa-Kontos",
    paragraphs: [
      `Hallo ${name},`,
      what,
      "Warst du das nicht, dann ändere bitte sofort dein Passwort und sieh dir deine zweiten Faktoren an.",
    ],
    link: { label: "Ansehen", url },
  }),
  accountEnds: (name, date, url) => ({
    subject: "Dein Glossa-Konto wird aufgelöst",
    paragraphs: [
      `Hallo ${name},`,
      `wie gewünscht endet dein Konto am ${date}. Bis dahin genügt es, dich anzumelden, und alles bleibt, wie es war.`,
    ],
    link: { label: "Anmelden und das Konto behalten", url },
  }),
  accountStays: (name) => ({
    subject: "Dein Glossa-Konto bleibt",
    paragraphs: [`Hallo ${name},`, "du hast dich angemeldet, darum bleibt dein Konto, und alles ist, wie es war."],
    link: null,
  }),
  accountEnded: (name) => ({
    subject: "Dein Glossa-Konto ist aufgelöst",
    paragraphs: [`Hallo ${name},`, "dein Konto ist wie gewünscht aufgelöst. Das ist der letzte Brief."],
    link: null,
  }),
  footer: (origin) => `Glossa auf ${origin}`,
};
