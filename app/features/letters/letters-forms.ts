/** What the forms about letters carry. */
import { z } from "zod";
import { letterFrequencies } from "#app/domain/news/news.ts";

const frequency = z.enum(letterFrequencies);

export const choicesForm = z.object({
  mention: frequency,
  reply: frequency,
  private: frequency,
  answered: frequency,
  endorsed: frequency,
  decided: frequency,
  outcome: frequency.default("never"),
  note: frequency,
});

export const queueForm = z.object({ letter: z.string().default("") });
