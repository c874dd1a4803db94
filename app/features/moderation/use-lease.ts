import { useEffect, useRef } from "react";
import { CLAIM_LEASE } from "#app/domain/moderation/queue.ts";
import { sendForm } from "./ask.ts";

/** A lease is renewed well before it runs out, by whoever did something in the meantime. */
const PACE = CLAIM_LEASE / 3;

/** Keeps an item that the moderator has taken on theirs while they are at work; who goes away loses it. */
export function useLease(group: string, item: string, isMine: boolean): void {
  const isActive = useRef(false);
  useEffect(() => {
    if (!isMine) return;
    const work = () => {
      isActive.current = true;
    };
    const signs = ["keydown", "pointerdown", "wheel"] as const;
    for (const sign of signs) document.addEventListener(sign, work, { passive: true });
    const timer = setInterval(() => {
      if (isActive.current) void sendForm(group, "claim", { item });
      isActive.current = false;
    }, PACE);
    return () => {
      clearInterval(timer);
      for (const sign of signs) document.removeEventListener(sign, work);
    };
  }, [group, item, isMine]);
}
