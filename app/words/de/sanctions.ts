import type { sanctionWords as english } from "../en/sanctions.ts";
import type { Translated } from "../localised.ts";

export const sanctionWords: Translated<typeof english> = {
  refused: {
    warn: (_until, reason) =>
      `Bitte lies zuerst die Verwarnung, die du erhalten hast (${reason}): Einstellungen, Maßnahmen. Dort kannst du auch Einspruch erheben.`,
    mute: (until, reason) =>
      `Du kannst hier lesen, aber ${until} nicht schreiben (${reason}). Einspruch ist unter Einstellungen, Maßnahmen möglich. Deine Worte bleiben erhalten.`,
    suspend: (until, reason) =>
      `Du bist hier ${until} vorübergehend ausgeschlossen (${reason}). Einspruch ist unter Einstellungen, Maßnahmen möglich. Deine Entwürfe bleiben erhalten.`,
    ban: (until, reason) =>
      `Du bist hier ${until} ausgeschlossen (${reason}). Einspruch ist unter Einstellungen, Maßnahmen möglich. Deine Entwürfe bleiben erhalten.`,
  },
  until: (moment) => `bis ${moment}`,
  untilLifted: "bis jemand es aufhebt",
  already: "Das gilt dort schon. Bitte zuerst aufheben oder etwas anderes wählen.",
  overAlready: "Diese Maßnahme ist schon vorbei.",
  nothingToAcknowledge: "Hier gibt es nichts zu bestätigen.",
  malformed: "Etwas fehlt. Bitte das Formular noch einmal ausfüllen.",
  tooLong: (limit) => `Bitte höchstens ${limit} Zeichen.`,
  daysWrong: (most) => `Bitte zwischen 1 und ${most} Tagen wählen.`,
  suspensionNeedsEnd: "Eine Sperre auf Zeit braucht ein Ende. Ohne Ende ist es ein Ausschluss.",
  cannotHoldThere: "Das kann dort nicht gelten: Aus einem einzelnen Faden lässt sich niemand ausschließen.",
  noteMissing: "Bitte zuerst etwas schreiben.",
  unknown: "So etwas gibt es hier nicht mehr.",
  unknownMember: "Diese Person ist und war nicht in der Gruppe.",
  unknownPlace: "Diesen Text oder Faden gibt es in der Gruppe nicht.",
  unknownText: "Diesen Text gibt es in der Gruppe nicht.",
  self: "Niemand entscheidet über sich selbst.",
  rank: "Deine Rolle steht hier nicht über der anderen.",
  lastOwner:
    "Diese Person leitet als einzige eine Gruppe, in der auch andere sind. Bitte der Gruppe zuerst eine andere Leitung geben.",
  notYourself: "Sich selbst kann man nicht ausblenden.",
  kinds: {
    warn: "Verwarnung",
    "approve-first": "Erst nach Freigabe",
    mute: "Stumm",
    suspend: "Gesperrt",
    ban: "Ausgeschlossen",
  },
  scopes: {
    thread: "in einem Faden",
    text: "in einem Text",
    group: "in der Gruppe",
    site: "auf der ganzen Seite",
  },
  endings: { lifted: "aufgehoben", expired: "vorbei", void: "zurückgenommen" },
  acknowledged: "zur Kenntnis genommen",
  own: {
    tab: "Maßnahmen",
    title: "Maßnahmen",
    hint: "Was die Moderation über dich entschieden hat, warum und bis wann. Was du geschrieben hast, gehört weiter dir, und deine Entwürfe bleiben erhalten.",
    none: "Hier ist nichts. Niemand hat etwas über dich entschieden.",
    acknowledge: "Ich habe das gelesen",
    acknowledgeHint: "Sobald du bestätigst, dass du das gelesen hast, kannst du wieder schreiben.",
    inGroup: (group) => `in ${group}`,
    until: "Bis",
    since: "Seit",
    noEnd: "bis jemand es aufhebt",
    inForce: "gilt",
    said: "Was dir gesagt wurde",
    appeal: "Alle Entscheidungen ansehen und Einspruch erheben",
  },
};
