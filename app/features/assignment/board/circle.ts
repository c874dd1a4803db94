/** Where people stand on a circle, and the lines between them. */

export type Spot = { readonly x: number; readonly y: number; readonly angle: number };

/** So many places on a circle, the first one above; `angle` in radians, clockwise from above. */
export function spotsOn(radius: number, count: number): readonly Spot[] {
  return Array.from({ length: count }, (_, n) => {
    const angle = (2 * Math.PI * n) / count;
    return { x: rounded(radius * Math.sin(angle)), y: rounded(-radius * Math.cos(angle)), angle };
  });
}

/** A line that bends to its right, so that there and back are two; it ends `gap` before its goal. */
export function arc(from: Spot, to: Spot, gap: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = length / 7;
  const middle = { x: (from.x + to.x) / 2 - (dy / length) * bend, y: (from.y + to.y) / 2 + (dx / length) * bend };
  const last = Math.hypot(to.x - middle.x, to.y - middle.y) || 1;
  const end = {
    x: to.x - ((to.x - middle.x) / last) * gap,
    y: to.y - ((to.y - middle.y) / last) * gap,
  };
  const said = [from, middle, end].map(({ x, y }) => `${rounded(x)} ${rounded(y)}`);
  return `M${said[0]} Q${said[1]} ${said[2]}`;
}

function rounded(n: number): number {
  // Server and browser reckon sines alike to this place only.
  return Math.round(n * 100) / 100 + 0;
}
