/** Words of a person's own settings. */
import { settingsWords as englishSettingsWords } from "./en/settings.ts";
import { localised } from "./localised.ts";

export const settingsWords = localised("settingsWords", englishSettingsWords);
