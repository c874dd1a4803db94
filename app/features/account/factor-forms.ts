/** What the forms of second factors and of leaving carry. The services check it; here it only gets its shape. */
import { z } from "zod";
import { challengePurposes, deletionChoices } from "#app/domain/member/factors.ts";

const words = z.string().default("");

export const passkeyForm = z.object({ passkey: words });

export const codeForm = z.object({ code: words });

export const purposeForm = z.object({ purpose: z.enum(challengePurposes) });

export const addPasskeyForm = z.object({ passkey: words, name: words });

export const renameForm = z.object({ id: words, name: words });

export const idForm = z.object({ id: words });

export const endForm = z.object({ choice: z.enum(deletionChoices).catch("anonymise"), sure: z.string().optional() });

export const siteForm = z.object({ secondFactorForStaff: z.string().optional() });
