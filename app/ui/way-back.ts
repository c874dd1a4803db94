/** An address that keeps in its query where to go afterwards; nothing is kept for the start page. */
export function withWay(path: string, to: string): string {
  return to === "/" ? path : `${path}?to=${encodeURIComponent(to)}`;
}
