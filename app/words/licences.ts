/** Terms of use that have no name of their own. */
import { licencesWords as englishLicencesWords } from "./en/licences.ts";
import { localised } from "./localised.ts";

export const licencesWords = localised("licencesWords", englishLicencesWords);
