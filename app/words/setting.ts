/** The form in which a close reading is set. */
import { settingWords as englishSettingWords } from "./en/setting.ts";
import { localised } from "./localised.ts";

export const settingWords = localised("settingWords", englishSettingWords);
