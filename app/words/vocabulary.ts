/** Why a change of a group's tags and kinds was refused. */
import { vocabularyWords as englishVocabularyWords } from "./en/vocabulary.ts";
import { localised } from "./localised.ts";

export const vocabularyWords = localised("vocabularyWords", englishVocabularyWords);
