/** Every catalogue in German, by the names that `localised` knows them by. Browsers load it only when it is spoken. */
import { accountWords } from "./account.ts";
import { accountsWords } from "./accounts.ts";
import { amongWords } from "./among.ts";
import { annotationWords } from "./annotations.ts";
import { appealWords, recordWords } from "./appeals.ts";
import { archiveWords } from "./archive.ts";
import { assignmentWords } from "./assignments.ts";
import { boardLetters, boardWords } from "./board.ts";
import { collectionWords } from "./collections.ts";
import { curationWords } from "./curation.ts";
import { discussionWords } from "./discussion.ts";
import { documentWords } from "./documents.ts";
import { factorsWords } from "./factors.ts";
import { feedbackLetters, feedbackWords } from "./feedback.ts";
import { groupWords, roleWords } from "./group.ts";
import { groupsWords } from "./groups.ts";
import { guidelineWords } from "./guidelines.ts";
import { handInWords } from "./hand-in.ts";
import { importWords } from "./import.ts";
import { leadWords } from "./lead.ts";
import { lettersWords } from "./letters.ts";
import { libraryWords } from "./library.ts";
import { licencesWords } from "./licences.ts";
import { listedWords } from "./listed.ts";
import { mailWords } from "./mail.ts";
import { moderatingWords } from "./moderating.ts";
import { moderationWords } from "./moderation.ts";
import { newsWords } from "./news.ts";
import { newsMailWords } from "./news-mail.ts";
import { noteToolsWords } from "./note-tools.ts";
import { operationsWords } from "./operations.ts";
import { keptWords, offlineWords, outboxWords } from "./outbox.ts";
import { peopleWords } from "./people.ts";
import { problemWords } from "./problems.ts";
import { proofWords } from "./proof.ts";
import { readingWords } from "./reading.ts";
import { readingTimeWords } from "./reading-time.ts";
import { reportingWords } from "./reporting.ts";
import { revisionWords } from "./revisions.ts";
import { rulesWords } from "./rules.ts";
import { sanctionWords } from "./sanctions.ts";
import { searchWords } from "./search.ts";
import { sectionWords } from "./sections.ts";
import { settingWords } from "./setting.ts";
import { settingsWords } from "./settings.ts";
import { errorWords, landingWords, signOutWords, siteWords } from "./site.ts";
import { siteCareWords } from "./site-care.ts";
import { storageWords } from "./storage.ts";
import { summaryWords } from "./summaries.ts";
import { takingWords } from "./taking.ts";
import { timeWords } from "./time.ts";
import { togetherWords } from "./together.ts";
import { triageWords } from "./triage.ts";
import { veilWords } from "./veil.ts";
import { vocabularyWords } from "./vocabulary.ts";
import { workWords } from "./work.ts";

export const german = {
  accountWords,
  accountsWords,
  annotationWords,
  appealWords,
  curationWords,
  discussionWords,
  documentWords,
  errorWords,
  factorsWords,
  feedbackLetters,
  feedbackWords,
  groupWords,
  groupsWords,
  guidelineWords,
  handInWords,
  settingWords,
  importWords,
  keptWords,
  landingWords,
  leadWords,
  lettersWords,
  libraryWords,
  licencesWords,
  listedWords,
  mailWords,
  moderatingWords,
  moderationWords,
  newsMailWords,
  newsWords,
  noteToolsWords,
  offlineWords,
  operationsWords,
  outboxWords,
  peopleWords,
  problemWords,
  proofWords,
  readingTimeWords,
  readingWords,
  recordWords,
  reportingWords,
  roleWords,
  sanctionWords,
  revisionWords,
  rulesWords,
  searchWords,
  collectionWords,
  sectionWords,
  amongWords,
  archiveWords,
  assignmentWords,
  boardLetters,
  boardWords,
  settingsWords,
  signOutWords,
  siteCareWords,
  siteWords,
  storageWords,
  summaryWords,
  takingWords,
  timeWords,
  togetherWords,
  triageWords,
  veilWords,
  vocabularyWords,
  workWords,
} as const;
