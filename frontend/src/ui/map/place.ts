/** Finds a free spot for every plate of the map, near its dot: the same spot on each visit. */
export type Spot = { x: number; y: number };
export type Box = Spot & { width: number; height: number };
export type Wanted = { at: Spot; width: number; height: number };

type Placed = { box: Box; leader: Spot[] };
/** A spot that a plate may take; what it costs by itself is counted once it is asked for. */
type Candidate = Placed & { way: number; alone?: number };

type Taken = {
  /** Where nothing may stand: the words of the page. */
  zones: Box[];
  dots: Spot[];
  /** Points along the arcs: better not covered. */
  lines: Spot[];
  bounds: Box;
};

const directions = Array.from({ length: 16 }, (_, index) => (index * Math.PI) / 8);
const steps = [0.5, 0.75, 1, 1.4, 1.8, 2.6, 3.6, 5];

function overlap(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

function holds(box: Box, spot: Spot, gap: number): boolean {
  return (
    box.x < spot.x + gap &&
    spot.x < box.x + box.width + gap &&
    box.y < spot.y + gap &&
    spot.y < box.y + box.height + gap
  );
}

function inside(box: Box, bounds: Box): boolean {
  return (
    box.x >= bounds.x &&
    box.y >= bounds.y &&
    box.x + box.width <= bounds.x + bounds.width &&
    box.y + box.height <= bounds.y + bounds.height
  );
}

/** The plate's box for a direction: its nearest edge stands `far` away from the dot. */
function boxAt({ at, width, height }: Wanted, angle: number, far: number): Box {
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  return {
    x: at.x + dx * (far + width / 2) - width / 2,
    y: at.y + dy * (far + height / 2) - height / 2,
    width,
    height,
  };
}

/** Points along the leader line, without its two ends. */
function leader(from: Spot, box: Box): Spot[] {
  const to = nearest(box, from);
  return [0.2, 0.4, 0.6, 0.8].map((t) => ({
    x: from.x + (to.x - from.x) * t,
    y: from.y + (to.y - from.y) * t,
  }));
}

/** All spots around a dot, the nearest first. */
function candidates(plate: Wanted): Candidate[] {
  return steps.flatMap((step) =>
    directions.map((angle): Candidate => {
      const box = boxAt(plate, angle, step * plate.height);
      return { box, leader: leader(plate.at, box), way: step * 30 };
    }),
  );
}

/** What a spot costs whatever the other plates do: the way from its dot, and all that it would cover. */
function costAlone(plate: Wanted, { box, leader, way }: Candidate, taken: Taken): number {
  const unit = plate.height;
  let cost = way;
  if (!inside(box, taken.bounds)) cost += 10_000;
  for (const zone of taken.zones) if (overlap(box, zone)) cost += 2_000;
  for (const dot of taken.dots) if (holds(box, dot, unit / 4)) cost += 150;
  for (const spot of taken.lines) if (holds(box, spot, unit / 8)) cost += 4;
  for (const spot of leader) {
    for (const dot of taken.dots) {
      const near = Math.hypot(dot.x - spot.x, dot.y - spot.y) < unit / 4;
      if (near && dot !== plate.at) cost += 60;
    }
  }
  return cost;
}

/** What another plate and its leader line add to that. */
function costBeside({ box, leader }: Placed, unit: number, other: Placed): number {
  let cost = overlap(box, other.box, unit / 5) ? 2_000 : 0;
  for (const spot of other.leader) if (holds(box, spot, unit / 8)) cost += 120;
  for (const spot of leader) if (holds(other.box, spot, 0)) cost += 300;
  return cost;
}

/** The first of the cheapest. What costs more already than the best so far is not counted to its end: a phone would stand still. */
function cheapest(plate: Wanted, spots: Candidate[], others: Placed[], taken: Taken): Placed {
  let best: Placed | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    if (spot.way >= least) break;
    spot.alone ??= costAlone(plate, spot, taken);
    let cost = spot.alone;
    for (const other of others) {
      if (cost >= least) break;
      cost += costBeside(spot, plate.height, other);
    }
    if (cost < least) [best, least] = [spot, cost];
  }
  return best ?? { box: boxAt(plate, 0, 0), leader: [] };
}

/** Each plate takes its cheapest spot; then each may move again, now that it knows the others. */
export function placePlates(wanted: Wanted[], taken: Taken): Box[] {
  const plates = wanted.map((plate) => ({ plate, spots: candidates(plate) }));
  const placed: Placed[] = [];
  for (const { plate, spots } of plates) placed.push(cheapest(plate, spots, placed, taken));
  for (let round = 0; round < 4; round++) {
    for (const [index, { plate, spots }] of plates.entries()) {
      const others = placed.filter((_, other) => other !== index);
      placed[index] = cheapest(plate, spots, others, taken);
    }
  }
  return placed.map(({ box }) => box);
}

/** Where the leader line meets the plate. */
export function nearest(box: Box, to: Spot): Spot {
  return {
    x: Math.min(Math.max(to.x, box.x), box.x + box.width),
    y: Math.min(Math.max(to.y, box.y), box.y + box.height),
  };
}
