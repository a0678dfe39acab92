/** How a series is told from the others, with colour and without. */
export interface SeriesLook {
  /** Of the contracts' colours, 0 to 7. */
  readonly color: number;
  /** Index into `MARKS`. */
  readonly mark: number;
  /** The mark is hollow and the line dashed. */
  readonly hollow: boolean;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

const COLOURS = 8;

/** Corners on a circle, the first at the top. With `inner`, every other one lies on a smaller circle. */
function star(corners: number, radius: number, inner = radius, turn = 0): readonly Place[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners - Math.PI / 2 + turn;
    const r = i % 2 === 0 ? radius : inner;
    return { x: r * Math.cos(angle), y: r * Math.sin(angle) };
  });
}

/** A plus, as a quarter of its outline turned four times. */
function cross(reach: number, half: number): readonly Place[] {
  const quarter = [
    { x: -half, y: -reach },
    { x: half, y: -reach },
    { x: half, y: -half },
  ];
  const turn = ({ x, y }: Place): Place => ({ x: -y, y: x });
  const corners: Place[] = [];
  for (let side = 0, part = quarter; side < 4; side++, part = part.map(turn)) corners.push(...part);
  return corners;
}

/** Outlines around the point that they mark, in CSS pixels, of about the same weight for the eye. */
export const MARKS: readonly (readonly Place[])[] = [
  star(24, 4.2),
  star(4, 5.1, 5.1, Math.PI / 4),
  star(4, 5.6, 4.2),
  star(3, 5.4),
  star(10, 6.4, 2.7),
  cross(5.2, 1.7),
  star(3, 5.4, 5.4, Math.PI),
];

/** The look of the `n`-th of up to twice as many series as there are marks: no two have one sign, nor one colour and one line. */
export function lookOf(n: number): SeriesLook {
  return { color: n % COLOURS, mark: n % MARKS.length, hollow: n >= MARKS.length };
}

/** An outline as an SVG path. */
export const toPath = (places: readonly Place[], closed = false): string =>
  places.length === 0 ? '' : `M${places.map(({ x, y }) => `${x},${y}`).join('L')}${closed ? 'Z' : ''}`;
