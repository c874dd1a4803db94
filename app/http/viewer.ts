import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Half, Viewer } from "#app/context/viewer.ts";
import { withWay } from "#app/ui/way-back.ts";

/** The signed-in member and their session. Throws a redirect to /sign-in that leads back to this address. */
export function requireViewer(
  context: AppLoadContext,
  request: Request,
): { readonly viewer: Viewer; readonly sessionId: string } {
  if (context.viewer !== null && context.sessionId !== null) {
    return { viewer: context.viewer, sessionId: context.sessionId };
  }
  throw redirect(context.half === null ? signInAddress(request) : halfAddress(context.half, hereOf(request)));
}

/** As `requireViewer`, and also somebody who has to set up a second factor before anything else. */
export function requireMember(
  context: AppLoadContext,
  request: Request,
): { readonly viewer: Viewer; readonly sessionId: string } {
  return context.half?.wants === "enrolment" ? context.half : requireViewer(context, request);
}

/** Where somebody goes who is not through yet, with the way on. */
export function halfAddress({ wants }: Half, to: string): string {
  return withWay(wants === "factor" ? "/verify" : "/settings/security", to);
}

/** /sign-in with the way back. A form that was sent without a session leads back to the page on which it stood. */
export function signInAddress(request: Request): string {
  return withWay("/sign-in", hereOf(request));
}

function hereOf(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_routes");
  return url.pathname.replace(/\.data$/u, "").replace(/^\/_root$/u, "/") + url.search;
}
