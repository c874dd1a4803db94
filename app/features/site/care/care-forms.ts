/** What the forms of those who run the site carry. */
import { z } from "zod";
import { MAX_DAYS } from "#app/domain/moderation/sanction.ts";
import { announcementLevels } from "#app/domain/site/announcement.ts";
import { foundingChoices, signUpChoices, siteModes } from "#app/domain/site/site-settings.ts";

const words = z.string().default("");

export const jobForm = z.object({ job: words });
export const memberForm = z.object({ member: words });
export const suspendForm = z.object({ days: z.coerce.number().int().min(0).max(MAX_DAYS), words });
export const sessionForm = z.object({ session: words });
export const groupForm = z.object({ group: words, member: words });
export const inviteForm = z.object({ remark: words, days: z.coerce.number().default(0), invitation: words });
export const settingsForm = z.object({
  siteName: words,
  contact: words,
  imprint: words,
  signUp: z.enum(signUpChoices),
  founding: z.enum(foundingChoices),
  groupQuota: z.coerce.number(),
});
export const modeForm = z.object({ mode: z.enum(siteModes), words });

/** A `datetime-local` field; its minutes are read as UTC, as the label says. NaN for what is none. */
const moment = z.string().transform((typed) => Date.parse(`${typed}Z`));

export const announceForm = z.object({ words, level: z.enum(announcementLevels), from: moment, until: moment });
export const withdrawForm = z.object({ announcement: words });

/** A moment as a `datetime-local` field shows it, in UTC. */
export function typedMoment(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}
