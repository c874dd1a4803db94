/** Words of groups: the list, members, invitations and settings. */
import { groupWords as englishGroupWords, roleWords as englishRoleWords } from "./en/group.ts";
import { localised } from "./localised.ts";

export const roleWords = localised("roleWords", englishRoleWords);
export const groupWords = localised("groupWords", englishGroupWords);
