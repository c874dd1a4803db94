import {
  MAX_COLOUR_NAME,
  MAX_DESCRIPTION,
  MAX_GROUP_NAME,
  MAX_INVITATION_DAYS,
  MAX_INVITATION_USES,
} from "#app/domain/group/fields.ts";

/** Sentences of the group service. */
export const groupsWords = {
  checkForm: "Please look at the marked fields.",
  nameMissing: "A group needs a name.",
  nameLong: `A group's name can have at most ${MAX_GROUP_NAME} characters.`,
  descriptionLong: `A description can have at most ${MAX_DESCRIPTION} characters.`,
  colourUnknown: "There is no such highlight colour.",
  colourNameLong: `A colour's name can have at most ${MAX_COLOUR_NAME} characters.`,
  unknown: "There is no such group, or you are not in it.",
  notAllowed: "Your role in this group does not allow that.",
  memberUnknown: "Nobody of that kind is in this group.",
  roleUnknown: "There is no such role.",
  lastOwner: "You are the only owner. Please hand the group over to somebody, or delete it.",
  selfTransfer: "The group is yours already.",
  daysWrong: `An invitation can last from 1 to ${MAX_INVITATION_DAYS} days.`,
  usesWrong: `A link can be good for 1 to ${MAX_INVITATION_USES} people, or for any number.`,
  addressWrong: "This does not look like a mail address.",
  invitationUnknown: "There is no such open invitation.",
  invitationGone: "This invitation is no longer good. Please ask for a new one.",
  tooManyMails: "That were many invitations by mail. Please wait a little, or share a link.",
} as const;
