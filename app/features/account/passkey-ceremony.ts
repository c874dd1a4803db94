/** The browser's side of WebAuthn; loaded when somebody presses the button. */
import { startAuthentication, startRegistration, WebAuthnError } from "@simplewebauthn/browser";
import type { ChallengePurpose } from "#app/domain/member/factors.ts";
import { factorsWords } from "#app/words/factors.ts";

/** What came of it: the answer as JSON, a sentence, or that a proof is wanted first. */
export type Ceremony =
  | { readonly kind: "answer"; readonly passkey: string }
  | { readonly kind: "trouble"; readonly sentence: string }
  | { readonly kind: "proof" };

/** Asks the site for a challenge and the authenticator for its answer. */
export async function performCeremony(purpose: ChallengePurpose): Promise<Ceremony> {
  const asked = await fetch("/passkey", { method: "POST", body: new URLSearchParams({ purpose }) });
  if (asked.status === 403) return { kind: "proof" };
  if (!asked.ok) return { kind: "trouble", sentence: sentenceOf(await asked.json().catch(() => null)) };
  const optionsJSON = await asked.json();
  try {
    const answer =
      purpose === "enrol" ? await startRegistration({ optionsJSON }) : await startAuthentication({ optionsJSON });
    return { kind: "answer", passkey: JSON.stringify(answer) };
  } catch (error) {
    return { kind: "trouble", sentence: troubleOf(error) };
  }
}

function troubleOf(error: unknown): string {
  if (error instanceof WebAuthnError && error.code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED") {
    return factorsWords.passkeyThere;
  }
  const name = error instanceof Error ? error.name : "";
  return name === "NotAllowedError" || name === "AbortError"
    ? factorsWords.passkeyCancelled
    : factorsWords.passkeyFailed;
}

function sentenceOf(body: unknown): string {
  if (typeof body === "object" && body !== null && "sentence" in body && typeof body.sentence === "string") {
    return body.sentence;
  }
  return factorsWords.passkeyFailed;
}
