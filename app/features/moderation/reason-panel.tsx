import { type FormEvent, type RefObject, useEffect, useRef } from "react";
import { type Reason, reasons } from "#app/domain/moderation/reason.ts";
import { needingReason } from "#app/domain/moderation/transition.ts";
import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { Button } from "#app/ui/button.tsx";
import { KeyHint } from "#app/ui/key-hint.tsx";
import { useKeyPresses } from "#app/ui/key-press.ts";
import { Row } from "#app/ui/page.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { CannedWords } from "./canned-words.tsx";
import type { Offer } from "./card-verbs.ts";
import type { Said } from "./deciding.ts";
import { reasonOf } from "./keys.ts";
import { ReasonFields } from "./reason-fields.tsx";
import styles from "./reason-panel.module.css";

const words = moderatingWords.reason;

export type ReasonPanelProps = {
  readonly offer: Offer;
  /** What most who reported it said. */
  readonly suggested: Reason | null;
  /** Whom the words are to and what they are about, for canned answers. */
  readonly about: { readonly group: string; readonly author: string; readonly link: string };
  readonly isPending: boolean;
  readonly onDecide: (said: Said) => void;
  readonly onCancel: () => void;
};

/** Why: a reason by its digit, words to the author, words among moderators; Enter confirms. */
export function ReasonPanel({ offer, suggested, about, isPending, onDecide, onCancel }: ReasonPanelProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>("input:checked, input[type=radio]");
    first?.focus();
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  useReasonKeys(form, onCancel);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const reason = reasons.find((one) => one === fields.get("reason")) ?? null;
    onDecide({ verb: offer.verb, reason, toAuthor: textOf(fields, "toAuthor"), toStaff: textOf(fields, "toStaff") });
  };
  const { verb } = offer;
  const asked = verb === "hide" || verb === "remove" || verb === "revise" || verb === "uphold" ? verb : "hide";
  return (
    <form ref={form} className={styles.panel} aria-label={words.titles[asked]} onSubmit={submit}>
      <ReasonFields legend={words.titles[asked]} suggested={suggested} isOptional={!isNeeding(verb)} hasKeys />
      <CannedWords {...about} kind={verb === "revise" ? "revise" : "remove"} suggested={suggested} form={form} />
      <Row>
        <Button type="submit" kind={offer.kind === "danger" ? "danger" : "primary"} pending={isPending}>
          {moderatingWords.actions.confirm[asked]} <KeyHint of="⏎" />
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {moderatingWords.actions.cancel}
        </Button>
      </Row>
    </form>
  );
}

/** Digits choose, Ctrl and Enter send from within the words, Esc closes. */
function useReasonKeys(form: RefObject<HTMLFormElement>, onCancel: () => void): void {
  const [singleKeys] = useSingleKeys();
  useKeyPresses((press, event) => {
    const isInside = event.target instanceof Node && form.current?.contains(event.target) === true;
    if (press.key === "Escape" && (isInside || !press.isTyping)) {
      onCancel();
      return true;
    }
    if (press.key === "Enter" && isInside && (event.ctrlKey || event.metaKey)) {
      form.current?.requestSubmit();
      return true;
    }
    const reason = reasonOf(press, singleKeys);
    const radio = reason === null ? null : form.current?.querySelector<HTMLInputElement>(`input[value="${reason}"]`);
    if (radio == null) return false;
    radio.checked = true;
    radio.focus();
    return true;
  });
}

function isNeeding(verb: Offer["verb"]): boolean {
  return verb !== "uphold" && verb !== "dismiss" && needingReason.has(verb);
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value : "";
}
