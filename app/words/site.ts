/** Words of the shell: the bar, the landing page, errors, and what many pages share. */
import {
  errorWords as englishErrorWords,
  landingWords as englishLandingWords,
  signOutWords as englishSignOutWords,
  siteWords as englishSiteWords,
} from "./en/site.ts";
import { localised } from "./localised.ts";

export const siteWords = localised("siteWords", englishSiteWords);
export const errorWords = localised("errorWords", englishErrorWords);
export const landingWords = localised("landingWords", englishLandingWords);
export const signOutWords = localised("signOutWords", englishSignOutWords);
