import {
  MAX_COLOUR_NAME,
  MAX_DESCRIPTION,
  MAX_GROUP_NAME,
  MAX_INVITATION_DAYS,
  MAX_INVITATION_USES,
} from "#app/domain/group/fields.ts";
import type { groupsWords as english } from "../en/groups.ts";
import type { Translated } from "../localised.ts";

export const groupsWords: Translated<typeof english> = {
  checkForm: "Die markierten Felder brauchen noch einen Blick.",
  nameMissing: "Die Gruppe braucht einen Namen.",
  nameLong: `Der Name einer Gruppe hat höchstens ${MAX_GROUP_NAME} Zeichen.`,
  descriptionLong: `Eine Beschreibung hat höchstens ${MAX_DESCRIPTION} Zeichen.`,
  colourUnknown: "Diese Farbe gibt es nicht.",
  colourNameLong: `Der Name einer Farbe hat höchstens ${MAX_COLOUR_NAME} Zeichen.`,
  unknown: "Diese Gruppe gibt es nicht, oder sie steht diesem Konto nicht offen.",
  notAllowed: "Die Rolle in dieser Gruppe lässt das nicht zu.",
  memberUnknown: "So jemand ist nicht in dieser Gruppe.",
  roleUnknown: "Diese Rolle gibt es nicht.",
  lastOwner: "Die Leitung liegt bei dir allein. Bitte erst übergeben oder die Gruppe löschen.",
  selfTransfer: "Die Leitung liegt schon bei dir.",
  daysWrong: `Eine Einladung gilt 1 bis ${MAX_INVITATION_DAYS} Tage.`,
  usesWrong: `Ein Link gilt für 1 bis ${MAX_INVITATION_USES} Personen oder für beliebig viele.`,
  addressWrong: "Das sieht nicht nach einer Mailadresse aus.",
  invitationUnknown: "Diese Einladung ist nicht offen.",
  invitationGone: "Diese Einladung gilt nicht mehr. Bitte um eine neue bitten.",
  tooManyMails: "Das waren viele Einladungen per Mail. Bitte ein wenig warten oder einen Link weitergeben.",
};
