import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Viewer } from "#app/context/viewer.ts";
import { withWay } from "#app/ui/way-back.ts";

/** The signed-in member and their session. Throws a redirect to /sign-in that leads back to this address. */
export function requireViewer(
  context: AppLoadContext,
  request: Request,
): { readonly viewer: Viewer; readonly sessionId: string } {
  if (context.viewer !== null && context.sessionId !== null) {
    return { viewer: context.viewer, sessionId: context.sessionId };
  }
  throw redirect(signInAddress(request));
}

/** /sign-in with the way back. A form that was sent without a session leads back to the page on which it stood. */
export function signInAddress(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_routes");
  const here = url.pathname.replace(/\.data$/u, "").replace(/^\/_root$/u, "/") + url.search;
  return withWay("/sign-in", here);
}
