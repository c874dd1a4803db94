/** Why a change of a group's tags and kinds was refused. */
export const vocabularyWords = {
  unknownGroup: "There is no such group, or you are not in it.",
  unknownTag: "This group has no such tag any more.",
  unknownKind: "This group has no such kind of note.",
  unknownColour: "There is no such colour.",
  unknownChange: "There is no such change.",
  changedSince: "These tags have been changed since. Merge or rename them anew.",
  sameTag: "Choose two different tags.",
  tagThere: "The group has this tag already.",
  manyTags: (limit: number) => `A group keeps ${limit} tags. Retire one first.`,
  manyKinds: (limit: number) => `A group offers ${limit} kinds of its own. Retire one first.`,
  checkForm: "Please check what is marked below.",
  nameMissing: "Give it a name.",
  nameLong: (limit: number) => `A name holds ${limit} characters.`,
  meaningLong: (limit: number) => `A meaning holds ${limit} characters.`,
} as const;
