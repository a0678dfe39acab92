import type { Machine, MachineState, SideState, StateId } from './machine.ts';

export const NODE = { width: 96, height: 30 } as const;
export const WIDTH = 336;
const PITCH = 62;
const WAY_X = 56;
const SIDE_X = 272;
/** Where arrows go up past a state at the side. */
const CHANNEL_X = WIDTH - 6;

export interface PlacedState extends MachineState {
  /** Its centre. */
  readonly x: number;
  readonly y: number;
}

export interface PlacedArrow {
  readonly from: StateId;
  readonly to: StateId;
  /** SVG path, to the tip. */
  readonly path: string;
  readonly label: string;
  readonly labelX: number;
  readonly labelY: number;
}

export interface MachineLayout {
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly arrows: readonly PlacedArrow[];
}

/** States of the way in a column, one row each; those at the side on the row of the state they are entered from. */
export function layOutMachine({ way, steps, sides }: Machine): MachineLayout {
  const rowOf = new Map(way.map(({ id }, row) => [id, row]));
  const row = (id: StateId): number => rowOf.get(id) ?? 0;
  /** Goes up to a row where something stands at the side, so it must come in from above. */
  const comesOver = ({ from, to }: SideState): boolean =>
    row(to) < row(from) && sides.some((other) => other.from === to);
  const top = sides.some(comesOver) ? 26 : 8;
  const yOf = (id: StateId): number => top + NODE.height / 2 + row(id) * PITCH;
  const main = way.map((state) => ({ ...state, x: WAY_X, y: yOf(state.id) }));
  const beside = sides.map(({ id, label, from }) => ({ id, label, x: SIDE_X, y: yOf(from) }));
  const wayRight = WAY_X + NODE.width / 2;
  const sideLeft = SIDE_X - NODE.width / 2;
  const sideRight = SIDE_X + NODE.width / 2;

  const arrows: PlacedArrow[] = steps.flatMap((label, i) => {
    const [a, b] = [main[i], main[i + 1]];
    if (!a || !b) return [];
    const [start, end] = [a.y + NODE.height / 2, b.y - NODE.height / 2];
    const path = `M${a.x},${start} V${end}`;
    return { from: a.id, to: b.id, path, label, labelX: a.x + 8, labelY: (start + end) / 2 + 4 };
  });
  const entered = new Set<StateId>();
  for (const side of sides) {
    const { id, from, to } = side;
    const [y, target] = [yOf(from), yOf(to)];
    const enterY = to === from ? y - 6 : y;
    const add = (path: string, labelY: number, label: string, ends: readonly [StateId, StateId]) =>
      arrows.push({ from: ends[0], to: ends[1], path, label, labelX: wayRight + 10, labelY });
    add(`M${wayRight},${enterY} H${sideLeft}`, enterY - 5, side.enter, [from, id]);

    const leave = (path: string, labelY: number) => add(path, labelY, side.leave, [id, to]);
    if (to === from) leave(`M${sideLeft},${y + 6} H${wayRight}`, y + 18);
    else if (comesOver(side)) {
      const over = target - NODE.height / 2 - 9;
      leave(`M${sideRight},${y} H${CHANNEL_X} V${over} H${WAY_X} V${over + 9}`, over - 5);
    } else if (entered.has(to)) leave(`M${sideRight},${y} H${CHANNEL_X} V${target - 6} H${wayRight}`, target - 11);
    else {
      const edge = y + (target < y ? -NODE.height / 2 : NODE.height / 2);
      leave(`M${SIDE_X},${edge} V${target + 6} H${wayRight}`, target + 19);
    }
    entered.add(to);
  }
  return { height: top + NODE.height + 8 + (way.length - 1) * PITCH, states: [...main, ...beside], arrows };
}
