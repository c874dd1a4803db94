/** What a person can do with notes, as the outbox keeps it and the server accepts it. */
import type { Colour, Kind, Motivation, TextPositionSelector, TextQuoteSelector } from "./annotation.ts";
import type { Reaction } from "./reaction.ts";

type SelectedTarget = {
  readonly source: string;
  readonly selector: readonly [TextPositionSelector, TextQuoteSelector];
};

/** `everyone`: the group's audience; `me`: the author's desk. */
export type Placement = "everyone" | "me";

/** The author was told what the words met, and sends them all the same. The server looks whether it told them. */
type Nudged = true;

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
      /** An assignment's audience instead of the group's; only with `everyone`. Absent: the group's. */
      readonly audience?: string;
      /** Further sections of the same assignment, or of the same division, in which it stands as well; staff's alone. */
      readonly also?: readonly string[];
      /** The prompt of that assignment for which it was written. */
      readonly prompt?: string;
      readonly target: SelectedTarget | null;
      /** Further passages in the order in which they were added; absent: none. */
      readonly more?: readonly SelectedTarget[];
      /** Absent or null: what the motivation says. */
      readonly kind?: Kind | null;
      /** Names of tags as typed; absent: none. */
      readonly tags?: readonly string[];
      readonly nudged?: Nudged;
    }
  | {
      readonly verb: "reply";
      readonly id: string;
      readonly document: string;
      readonly parent: string;
      readonly body: string;
      /** True: only the author of the note that it answers and staff see it. Under a private reply every reply is. */
      readonly privately?: boolean;
      readonly nudged?: Nudged;
    }
  | {
      readonly verb: "edit";
      readonly id: string;
      readonly document: string;
      readonly body: string;
      /** Absent: unchanged. */
      readonly colour?: Colour;
      readonly kind?: Kind | null;
      readonly tags?: readonly string[];
      /** The version the person saw; another one is a conflict. */
      readonly version: number;
      readonly nudged?: Nudged;
    }
  | { readonly verb: "delete" | "undelete" | "hide" | "restore"; readonly id: string; readonly document: string }
  | {
      readonly verb: "react";
      readonly id: string;
      readonly document: string;
      readonly reaction: Reaction;
      /** False takes it back. */
      readonly on: boolean;
    }
  | {
      /** On a question's first note. */
      readonly verb: "answer";
      readonly id: string;
      readonly document: string;
      /** The reply that answers it, or null. */
      readonly by: string | null;
    }
  | { readonly verb: "reopen"; readonly id: string; readonly document: string }
  | {
      /** Gives a passage that lost its words a place in the text again. */
      readonly verb: "anchor";
      readonly id: string;
      readonly document: string;
      /** Which of the note's passages, from 0. */
      readonly passage: number;
      readonly target: SelectedTarget;
    };

export type CommandResult = { readonly id: string; readonly version: number };
