/** What students and staff say to each other about a grade. */
import { feedbackLetters as englishFeedbackLetters, feedbackWords as englishFeedbackWords } from "./en/feedback.ts";
import { localised } from "./localised.ts";

export const feedbackWords = localised("feedbackWords", englishFeedbackWords);
export const feedbackLetters = localised("feedbackLetters", englishFeedbackLetters);
