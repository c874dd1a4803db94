/** What a person can do with notes, as the outbox keeps it and the server accepts it. */
import type { Colour, Motivation, TextPositionSelector, TextQuoteSelector } from "./annotation.ts";

/** `everyone`: the group's audience; `me`: the author's desk. */
export type Placement = "everyone" | "me";

/** The id is a ULID made by the client and is the idempotency key: the same command twice is one note. */
export type AnnotationCommand =
  | {
      readonly verb: "publish";
      readonly id: string;
      readonly document: string;
      readonly motivation: Exclude<Motivation, "replying">;
      readonly colour: Colour;
      readonly body: string;
      readonly placement: Placement;
      readonly target: {
        readonly source: string;
        readonly selector: readonly [TextPositionSelector, TextQuoteSelector];
      } | null;
    }
  | {
      readonly verb: "reply";
      readonly id: string;
      readonly document: string;
      readonly parent: string;
      readonly body: string;
    }
  | {
      readonly verb: "edit";
      readonly id: string;
      readonly document: string;
      readonly body: string;
      /** Absent: unchanged. */
      readonly colour?: Colour;
      /** The version the person saw; another one is a conflict. */
      readonly version: number;
    }
  | { readonly verb: "delete" | "undelete" | "hide" | "restore"; readonly id: string; readonly document: string };

export type CommandResult = { readonly id: string; readonly version: number };
