/** What the group forms carry. The services check it; here it only gets its shape. */
import { z } from "zod";
import { type Colour, colours } from "#app/domain/annotation/annotation.ts";
import { recordAudiences, roles } from "#app/domain/group/group.ts";
import { ticked } from "#app/ui/ticked.ts";

const words = z.string().default("");
export const createForm = z.object({ name: words, description: words });

export const editForm = z
  .object({ name: words, description: words, amber: words, green: words, blue: words, rose: words, violet: words })
  .transform(({ name, description, ...names }) => ({ name, description, colourNames: given(names) }));

/** Names that were filled in; an empty one lets the colour keep its own. */
function given(names: Record<Colour, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ""));
}

/** No colour is an empty word. */
const colourOrNone = z.union([z.enum(colours), z.literal("").transform(() => null)]).default(null);

export const tagForm = z.object({ key: words, name: words, meaning: words, colour: colourOrNone });

export const mergeForm = z.object({ from: words, into: words });

export const changeForm = z.object({ change: words });

export const kindForm = z.object({ kind: words, name: words, meaning: words });

export const recordForm = z.object({ shown: z.enum(recordAudiences) });

export const memberForm = z.object({ member: words });

export const roleForm = z.object({ member: words, role: z.enum(roles) });

export const leaveForm = z.object({ erase: ticked });

/** An empty number of uses means any. */
export const inviteForm = z.object({
  role: z.enum(roles),
  email: words.transform((address) => address.trim() || null),
  days: z.coerce.number().int().min(1).max(365).catch(7),
  maxUses: words.transform((uses) => (uses === "" ? null : Math.max(1, Math.trunc(Number(uses)) || 1))),
});

export const invitationForm = z.object({ invitation: words });
