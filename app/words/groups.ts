import { groupsWords as englishGroupsWords } from "./en/groups.ts";
import { localised } from "./localised.ts";

export const groupsWords = localised("groupsWords", englishGroupsWords);
