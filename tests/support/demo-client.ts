/** A person of the demo without a browser: signs in, posts commands, and listens to rooms with the stock provider. */

import { ulid } from "ulid";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import { Doc } from "yjs";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { ANNOTATIONS, type AnnotationRecord } from "#app/rooms/reading-room.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";

/** Signs in by the demo's button and gives the Cookie header of the session. Throws with the status otherwise. */
export async function signInDemo(url: string, member: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: url },
    body: new URLSearchParams({ intent: "demo", to: "/", member }),
  });
  const cookie = answer.headers.get("Set-Cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error(`Signing in was answered with ${answer.status}.`);
  return cookie;
}

/** A note on the whole text, under a new id. */
export function noteOn(document: string, body: string): Extract<AnnotationCommand, { verb: "publish" }> {
  const kind = { motivation: "commenting", colour: "amber", placement: "everyone", target: null } as const;
  return { verb: "publish", id: ulid(), document, body, ...kind };
}

/** Posts one command as the page does; true when it was answered with success. Rejects when the connection is lost. */
export async function postCommand(url: string, cookie: string, command: AnnotationCommand): Promise<boolean> {
  const answer = await fetch(`${url}/t/${command.document}/notes`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: url, "Content-Type": "application/json" },
    body: JSON.stringify(command),
  });
  await answer.arrayBuffer();
  return answer.ok;
}

export type Listener = {
  readonly doc: Doc;
  readonly provider: WebsocketProvider;
  /** What the room holds now, by id. */
  readonly notes: () => ReadonlyMap<string, AnnotationRecord>;
  readonly close: () => void;
};

/** Opens a room; `provider.synced` says when the whole of it is there. */
export function listen(url: string, cookie: string, room: string, epoch = CURRENT_EPOCH): Listener {
  const doc = new Doc();
  class SignedInSocket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { Cookie: cookie, Origin: url } });
    }
  }
  const provider = new WebsocketProvider(`${url.replace("http", "ws")}/collab`, room, doc, {
    disableBc: true,
    params: { epoch: String(epoch), v: "1" },
    // The provider's type asks for the browser's class; `ws` has all that it uses.
    WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket,
  });
  return {
    doc,
    provider,
    notes: () => new Map(doc.getMap<AnnotationRecord>(ANNOTATIONS).entries()),
    close: () => provider.destroy(),
  };
}
