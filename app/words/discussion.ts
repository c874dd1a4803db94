/** Every sentence around writing notes and answering them. */
import { discussionWords as englishDiscussionWords } from "./en/discussion.ts";
import { localised } from "./localised.ts";

export const discussionWords = localised("discussionWords", englishDiscussionWords);
