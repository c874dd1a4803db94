/** What the forms of sections send. */
import { z } from "zod";
import type { Division } from "#app/context/sections.ts";
import { sectionMethods } from "#app/domain/section/section.ts";

const size = z.preprocess(
  (typed) => (typed === "" || typed === undefined ? null : Number(typed)),
  z.number().nullable().catch(null),
);

export const setForm = z.object({
  id: z.string().length(26),
  name: z.string().default(""),
  method: z.enum(sectionMethods).catch("auto"),
  size,
});

export const proposeForm = z.object({
  size: z.coerce.number(),
  seed: z.coerce.number().int().min(0).max(1_000_000).catch(1),
});

export const silentForm = z.object({ days: z.coerce.number().int().min(1).max(365).catch(7) });

const division = z
  .array(
    z.object({ id: z.string().nullable(), name: z.string().max(200), members: z.array(z.string().max(40)).max(2_000) }),
  )
  .max(500);

export const applyForm = z.object({
  version: z.coerce.number().int(),
  division: z.string().transform((json, context): Division => {
    const read = division.safeParse(parsed(json));
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: "" });
    return z.NEVER;
  }),
});

export const changeForm = z.object({ change: z.string().max(40) });

/** Beginnings of the names of fields: the name of a section, and the section in which a member sits. */
export const NAME = "name-";
export const SEAT = "seat-";

/** The division that was made by hand: sections in the order of the form, those without a name and people left out. */
export function divisionOf(form: FormData): Division {
  const seats = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const [field, value] of form) {
    if (typeof value !== "string") continue;
    if (field.startsWith(NAME)) names.set(field.slice(NAME.length), value);
    if (field.startsWith(SEAT)) seats.set(value, [...(seats.get(value) ?? []), field.slice(SEAT.length)]);
  }
  return [...names].flatMap(([key, name]) => {
    const members = seats.get(key) ?? [];
    if (name.trim() === "" && members.length === 0) return [];
    return [{ id: key.startsWith("new") ? null : key, name, members }];
  });
}

/** The table of a form: the file where one was chosen, else what was pasted. */
export async function tableOf(form: FormData): Promise<string> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return file.text();
  const pasted = form.get("table");
  return typeof pasted === "string" ? pasted : "";
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
