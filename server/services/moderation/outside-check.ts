/** Asks a service that a group chose what it thinks of a note. Whatever goes wrong is one answer: it could not be asked. */
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { z } from "zod";
import { type RuleAction, ruleActions } from "#app/domain/moderation/rules/rule.ts";
import { heldTo, type Resolve, type Vetted, vettedAddress } from "#server/public-address.ts";
import { SIGNATURE_HEADER, signatureOf } from "./signature.ts";

/** What is asked: the words, and no more of a person than an id that means nothing elsewhere. */
export type Question = {
  readonly note: string;
  readonly group: string;
  readonly document: string;
  readonly author: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly isEdit: boolean;
};

export type OutsideAnswer =
  | { readonly kind: "answered"; readonly verdict: "allow" | RuleAction }
  /** `reason` is for moderators; it does not tell whether there is such a host. */
  | { readonly kind: "failed"; readonly reason: OutsideFailure };

export const outsideFailures = ["address", "unreachable", "late", "status", "answer"] as const;
export type OutsideFailure = (typeof outsideFailures)[number];

export type Asked = {
  readonly url: string;
  /** The newest first; two while they change. */
  readonly secrets: readonly string[];
  /** Milliseconds for all of it: looking up, connecting, answering. */
  readonly timeLimit: number;
};

export type OutsideParts = {
  readonly clock: () => number;
  readonly resolve: Resolve;
  /** Which address may be called; tests let a server of their own pass. */
  readonly vet?: typeof vettedAddress;
};

/** Bytes of an answer; a verdict takes twenty. */
const LONGEST_ANSWER = 16 * 1024;
const answerSchema = z.object({ verdict: z.enum(["allow", ...ruleActions]) });

/** The answer of the service. Never throws, follows no redirect, and connects to the very address that was vetted. */
export async function askOutside(
  { clock, resolve, vet = vettedAddress }: OutsideParts,
  { url, secrets, timeLimit }: Asked,
  question: Question,
): Promise<OutsideAnswer> {
  const signal = AbortSignal.timeout(timeLimit);
  const late = new Promise<OutsideAnswer>((settle) => {
    signal.addEventListener("abort", () => settle(failed("late")), { once: true });
  });
  return Promise.race([late, ask().catch(() => failed(signal.aborted ? "late" : "unreachable"))]);

  async function ask(): Promise<OutsideAnswer> {
    const address = new URL(url);
    const vetted = await vet(address, resolve);
    if (vetted === null) return failed("address");
    const body = JSON.stringify(question);
    const response = await post(address, { vetted, body, signature: signatureOf(body, clock(), secrets), signal });
    if (response.statusCode !== 200) {
      response.destroy();
      return failed("status");
    }
    const parsed = answerSchema.safeParse(asJson(await textOf(response)));
    return parsed.success ? { kind: "answered", verdict: parsed.data.verdict } : failed("answer");
  }
}

function failed(reason: OutsideFailure): OutsideAnswer {
  return { kind: "failed", reason };
}

type Sent = {
  readonly vetted: Vetted;
  readonly body: string;
  readonly signature: string;
  readonly signal: AbortSignal;
};

function post(url: URL, { vetted, body, signature, signal }: Sent): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          [SIGNATURE_HEADER]: signature,
        },
        lookup: heldTo(vetted),
        agent: false,
        signal,
      },
      resolve,
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response) {
    parts.push(part);
    length += part.length;
    if (length > LONGEST_ANSWER) throw new Error("The answer is too long.");
  }
  return Buffer.concat(parts).toString("utf8");
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
