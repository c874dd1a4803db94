/** WebAuthn for one site: what is asked of a browser, and whether its answer is good. Stores nothing. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";

/** Milliseconds that the browser's own dialog waits; the challenge is good for as long. */
export const CEREMONY = 5 * 60 * 1000;

/** A passkey as it is stored. */
export type StoredPasskey = {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
};

/** What came of an answer: a counter that did not rise means that somebody may have a copy of the key. */
export type PasskeyVerdict = { readonly kind: "good"; readonly counter: number } | { readonly kind: "bad" | "copied" };

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/);
const extensions = z.record(z.string(), z.unknown()).default({});
const head = { id: base64url, rawId: base64url, type: z.literal("public-key"), clientExtensionResults: extensions };

/** What a browser sends; everything beyond it falls away. */
const registration = z.object({
  ...head,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});
const authentication = z.object({
  ...head,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
const clientData = z.object({ challenge: base64url });

/** An answer whose shape is right, with the challenge that it claims to answer. */
export type ReadAnswer<T> = { readonly challenge: string; readonly credentialId: string; readonly answer: T };

export type Passkeys = ReturnType<typeof makePasskeys>;

/** `origin` is the site's, from PUBLIC_URL; the relying party is its host. User verification is always required. */
export function makePasskeys({ origin, name }: { readonly origin: string; readonly name: string }) {
  const rpID = new URL(origin).hostname;
  const listed = (known: readonly Pick<StoredPasskey, "credentialId" | "transports">[]) =>
    known.map(({ credentialId: id, transports }) => ({ id, transports: [...transports] }));

  return {
    /** Options for a new passkey of a member, as JSON for the browser; those that are there are not made twice. */
    register: (
      member: { readonly id: string; readonly name: string; readonly email: string },
      known: readonly StoredPasskey[],
      challenge: Uint8Array,
    ) =>
      generateRegistrationOptions({
        ...{ rpID, rpName: name, timeout: CEREMONY, attestationType: "none" },
        userID: bytes(Buffer.from(member.id)),
        userName: member.email,
        userDisplayName: member.name,
        challenge: bytes(challenge),
        excludeCredentials: listed(known),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      }),

    /** Options for an answer by one of these passkeys, or by any of the site for null. */
    authenticate: (known: readonly StoredPasskey[] | null, challenge: Uint8Array) =>
      generateAuthenticationOptions({
        ...{ rpID, timeout: CEREMONY, userVerification: "required", challenge: bytes(challenge) },
        ...(known === null ? {} : { allowCredentials: listed(known) }),
      }),

    readRegistration: (sent: string) => read(registration, sent),
    readAuthentication: (sent: string) => read(authentication, sent),

    /** The new passkey; null when the answer is not good. */
    async registered({ answer, challenge }: ReadAnswer<z.infer<typeof registration>>): Promise<StoredPasskey | null> {
      try {
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response: answer as RegistrationResponseJSON,
          ...{
            expectedChallenge: challenge,
            expectedOrigin: origin,
            expectedRPID: rpID,
            requireUserVerification: true,
          },
        });
        if (!verified) return null;
        const { id, publicKey, counter } = registrationInfo.credential;
        return { credentialId: id, publicKey, counter, transports: answer.response.transports };
      } catch {
        return null;
      }
    },

    /** Whether this passkey gave the answer, and how often it has signed since. */
    async authenticated(
      { answer, challenge }: ReadAnswer<z.infer<typeof authentication>>,
      passkey: StoredPasskey & { readonly memberId: string },
    ): Promise<PasskeyVerdict> {
      const { userHandle } = answer.response;
      if (userHandle !== undefined && Buffer.from(userHandle, "base64url").toString() !== passkey.memberId) {
        return { kind: "bad" };
      }
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: answer as AuthenticationResponseJSON,
          ...{
            expectedChallenge: challenge,
            expectedOrigin: origin,
            expectedRPID: rpID,
            requireUserVerification: true,
          },
          // The library throws one error for all faults; the counter is compared below, once the signature is known to be good.
          credential: { id: passkey.credentialId, publicKey: bytes(passkey.publicKey), counter: -1 },
        });
        if (!verified) return { kind: "bad" };
        const { newCounter } = authenticationInfo;
        const counts = newCounter > 0 || passkey.counter > 0;
        return counts && newCounter <= passkey.counter ? { kind: "copied" } : { kind: "good", counter: newCounter };
      } catch {
        return { kind: "bad" };
      }
    },
  };
}

/** A copy on a buffer of its own, as the library's types want it. */
function bytes(from: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(from);
}

function read<T extends { readonly id: string; readonly response: { readonly clientDataJSON: string } }>(
  schema: z.ZodType<T>,
  sent: string,
): ReadAnswer<T> | null {
  try {
    const answer = schema.parse(JSON.parse(sent));
    const said: unknown = JSON.parse(Buffer.from(answer.response.clientDataJSON, "base64url").toString());
    return { challenge: clientData.parse(said).challenge, credentialId: answer.id, answer };
  } catch {
    return null;
  }
}
