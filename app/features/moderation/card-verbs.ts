/** What can be decided about an item, as buttons and keys offer it. */
import type { QueueCard } from "#app/context/queue-card.ts";
import type { ItemVerb, NoteVerb } from "#app/domain/moderation/verb.ts";
import { moderatingWords } from "#app/words/moderating.ts";

export type CardVerb = NoteVerb | ItemVerb;

/** One thing that can be decided; `asks` first for a reason and words. */
export type Offer = {
  readonly verb: CardVerb;
  readonly key: "publish" | "hide" | "remove" | "revise";
  /** The key on the button. */
  readonly hint: string;
  readonly asks: boolean;
  readonly label: string;
  readonly kind: "primary" | "plain" | "danger";
};

type Offered = Pick<QueueCard, "verbs" | "status">;

/** The offers in the order of their buttons. What ends well comes first; each key leads to one thing only. */
export function offersOf(card: Offered): readonly Offer[] {
  const verbs = new Set<CardVerb>(card.verbs);
  const well = (["publish", "restore", "dismiss"] as const).find((verb) => verbs.has(verb));
  const ill = (["remove", "uphold"] as const).find((verb) => verbs.has(verb));
  const offers: Offer[] = [];
  if (well) {
    offers.push({ verb: well, key: "publish", hint: "A", asks: false, label: wellLabel(well, card), kind: "primary" });
  }
  const { actions } = moderatingWords;
  if (verbs.has("hide")) {
    offers.push({ verb: "hide", key: "hide", hint: "H", asks: true, label: actions.hide, kind: "plain" });
  }
  if (ill) offers.push({ verb: ill, key: "remove", hint: "X", asks: true, label: actions[ill], kind: "danger" });
  if (verbs.has("revise")) {
    offers.push({ verb: "revise", key: "revise", hint: "E", asks: true, label: actions.revise, kind: "plain" });
  }
  return offers;
}

/** What readers see already is left as it is, what they saw is shown again, what they never saw is published. */
function wellLabel(verb: "publish" | "restore" | "dismiss", { status }: Offered): string {
  const { actions } = moderatingWords;
  if (verb === "dismiss" || status === "published") return actions.dismiss;
  return verb === "restore" || status === "hidden" ? actions.restore : actions.publish;
}
