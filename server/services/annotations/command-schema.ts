/** The shape of every command; unknown keys (author, status, time...) are dropped, never read. */
import { z } from "zod";
import { colours, MAX_MORE } from "#app/domain/annotation/annotation.ts";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { reactions } from "#app/domain/annotation/reaction.ts";

const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const offset = z.int().nonnegative();
const position = z.object({ type: z.literal("TextPositionSelector"), start: offset, end: offset });
const quote = z.object({
  type: z.literal("TextQuoteSelector"),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
const target = z.object({ source: id, selector: z.tuple([position, quote]) });
const kind = z.string().max(26).nullable();
const tags = z.array(z.string()).readonly();
const nudged = z.literal(true).exactOptional();

/** Lengths and meanings are checked later, where there is a sentence for each. */
export const commandSchema = z.discriminatedUnion("verb", [
  z.object({
    verb: z.literal("publish"),
    id,
    document: id,
    motivation: z.enum(["highlighting", "commenting", "questioning"]),
    colour: z.enum(colours),
    body: z.string(),
    placement: z.enum(["everyone", "me"]),
    audience: id.exactOptional(),
    also: z.array(id).max(500).readonly().exactOptional(),
    prompt: id.exactOptional(),
    target: target.nullable(),
    more: z.array(target).readonly().exactOptional(),
    kind: kind.exactOptional(),
    tags: tags.exactOptional(),
    nudged,
  }),
  z.object({
    verb: z.literal("reply"),
    id,
    document: id,
    parent: id,
    body: z.string(),
    privately: z.boolean().exactOptional(),
    nudged,
  }),
  z.object({
    verb: z.literal("edit"),
    id,
    document: id,
    body: z.string(),
    colour: z.enum(colours).exactOptional(),
    kind: kind.exactOptional(),
    tags: tags.exactOptional(),
    version: z.int().positive(),
    nudged,
  }),
  z.object({ verb: z.enum(["delete", "undelete", "hide", "restore"]), id, document: id }),
  z.object({ verb: z.literal("react"), id, document: id, reaction: z.enum(reactions), on: z.boolean() }),
  z.object({ verb: z.literal("answer"), id, document: id, by: id.nullable() }),
  z.object({ verb: z.literal("reopen"), id, document: id }),
  z.object({ verb: z.literal("anchor"), id, document: id, passage: z.int().min(0).max(MAX_MORE), target }),
]) satisfies z.ZodType<AnnotationCommand>;
