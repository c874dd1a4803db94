/** The loader of a route that only takes commands: 405, with the method that it does take (RFC 9110 §15.5.6). */
export function postOnly(): never {
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}
