import type { ServerResponse } from "node:http";
import type { GlossaContext } from "#app/context.ts";

/** What belongs to one request on its way through the edge. */
export type Scope = {
  readonly requestId: string;
  /** For this answer's inline scripts and styles alone. */
  readonly nonce: string;
  /** Set once the session has been read. */
  context: GlossaContext | null;
};

const scopes = new WeakMap<ServerResponse, Scope>();

export function openScope(res: ServerResponse, scope: Scope): void {
  scopes.set(res, scope);
}

/** The scope of this answer. Throws for an answer that did not come through `makeHttp`. */
export function scopeOf(res: ServerResponse): Scope {
  const scope = scopes.get(res);
  if (scope === undefined) throw new Error("This answer has no scope; the middleware that opens it did not run.");
  return scope;
}

/** What Remix hands to loaders and actions: pass it as `getLoadContext`. Throws before the session has been read. */
export function loadContextOf(_request: unknown, res: ServerResponse): GlossaContext {
  const { context } = scopeOf(res);
  if (context === null) throw new Error("The load context was asked for before the session had been read.");
  return context;
}
