// Where the nodes of a neighbourhood lie: springs along the edges, room for every name; the same input, the same places.

export interface Body {
  x: number;
  y: number;
  /** Half of what it needs, with its name. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** A reader put it where it is. */
  readonly held: boolean;
}

const LENGTH = 92;
const [ROUNDS, PULLS] = [220, 80];

/** Moves bodies to their places; `joined` are pairs of their numbers. */
export function settle(bodies: readonly Body[], joined: readonly (readonly [number, number])[]): void {
  const rounds = Math.max(40, Math.min(ROUNDS, Math.round(6_000_000 / Math.max(bodies.length, 1) ** 2)));
  const dx = new Float64Array(bodies.length);
  const dy = new Float64Array(bodies.length);
  const degree = new Int32Array(bodies.length);
  for (const pair of joined) for (const end of pair) degree[end] = (degree[end] ?? 0) + 1;
  for (let round = 0; round < rounds; round++) {
    dx.fill(0);
    dy.fill(0);
    repel(bodies, dx, dy);
    attract(bodies, joined, degree, dx, dy);
    const most = 40 * (1 - round / rounds) + 1;
    bodies.forEach((body, number) => {
      const [x, y] = [(dx[number] ?? 0) - body.x * 0.012, (dy[number] ?? 0) - body.y * 0.016];
      const length = Math.hypot(x, y) || 1;
      const step = Math.min(length, most) / length;
      if (body.held) return;
      body.x += x * step;
      body.y += y * step;
    });
  }
  for (let round = 0; round < PULLS; round++) if (!pushApart(bodies)) break;
}

function repel(bodies: readonly Body[], dx: Float64Array, dy: Float64Array): void {
  for (let one = 0; one < bodies.length; one++) {
    const a = bodies[one] as Body;
    for (let other = one + 1; other < bodies.length; other++) {
      const b = bodies[other] as Body;
      const [x, y] = [a.x - b.x, a.y - b.y];
      const force = (LENGTH * LENGTH * 0.4) / Math.max(x * x + y * y, 60);
      dx[one] = (dx[one] ?? 0) + x * force;
      dy[one] = (dy[one] ?? 0) + y * force;
      dx[other] = (dx[other] ?? 0) - x * force;
      dy[other] = (dy[other] ?? 0) - y * force;
    }
  }
}

function attract(
  bodies: readonly Body[],
  joined: readonly (readonly [number, number])[],
  degree: Int32Array,
  dx: Float64Array,
  dy: Float64Array,
): void {
  for (const [one, other] of joined) {
    const [a, b] = [bodies[one], bodies[other]];
    if (!a || !b) continue;
    const [x, y] = [a.x - b.x, a.y - b.y];
    const length = Math.hypot(x, y) || 1;
    // A hub has many springs: each of them is weaker, and the ring around it wider.
    const most = Math.max(degree[one] ?? 1, degree[other] ?? 1);
    const wanted = LENGTH * (1 + most / 40);
    const force = ((length - wanted) / length) * (0.35 / Math.sqrt(Math.min(degree[one] ?? 1, degree[other] ?? 1)));
    dx[one] = (dx[one] ?? 0) - x * force;
    dy[one] = (dy[one] ?? 0) - y * force;
    dx[other] = (dx[other] ?? 0) + x * force;
    dy[other] = (dy[other] ?? 0) + y * force;
  }
}

/** Parts boxes that overlap, along the way that is shorter; says whether any did. */
function pushApart(bodies: readonly Body[]): boolean {
  let moved = false;
  for (let one = 0; one < bodies.length; one++) {
    const a = bodies[one] as Body;
    for (let other = one + 1; other < bodies.length; other++) {
      const b = bodies[other] as Body;
      const wide = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
      const high = a.halfHeight + b.halfHeight - Math.abs(a.y - b.y);
      if (wide <= 0 || high <= 0) continue;
      moved = true;
      const sideways = wide < high;
      const by = (sideways ? wide : high) / (a.held || b.held ? 1 : 2) + 0.5;
      // Of two on one spot the first goes left or up.
      const first = sideways ? a.x <= b.x : a.y <= b.y;
      move(a, sideways, first ? -by : by);
      move(b, sideways, first ? by : -by);
    }
  }
  return moved;
}

function move(body: Body, sideways: boolean, by: number): void {
  if (body.held) return;
  if (sideways) body.x += by;
  else body.y += by;
}
