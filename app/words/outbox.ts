/** Words of what is kept in this browser, and of what waits there to be sent. */
import {
  keptWords as englishKeptWords,
  offlineWords as englishOfflineWords,
  outboxWords as englishOutboxWords,
} from "./en/outbox.ts";
import { localised } from "./localised.ts";

export const outboxWords = localised("outboxWords", englishOutboxWords);
export const keptWords = localised("keptWords", englishKeptWords);
export const offlineWords = localised("offlineWords", englishOfflineWords);
