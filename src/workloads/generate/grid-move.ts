import { call, type NewTx } from '../compose.ts';
import type { World } from './world.ts';

const SIZE = 16;

/**
 * A claim of an empty cell while there are any, near the popular corner; then captures. Which cell is whose is
 * followed here, as the contract will.
 */
export function gridMove(world: World): NewTx {
  const state = world.memory('grid', () => ({ board: 1, cells: new Map<number, string>() }));
  const { cells } = state;
  const board = state.board === 1 ? 'Grid' : `Grid${state.board}`;
  world.contract(board, 'grid');
  const player = world.person();
  const wanted = world.rank(SIZE) * SIZE + world.rank(SIZE);
  const all = Array.from({ length: SIZE * SIZE }, (_, i) => (wanted + i) % (SIZE * SIZE));
  const at = (cell: number) => [(cell % SIZE).toString(), Math.floor(cell / SIZE).toString()];

  const empty = all.find((cell) => !cells.has(cell));
  if (empty !== undefined) {
    cells.set(empty, player);
    return call(player, board, 'claim', at(empty));
  }
  for (const cell of all) {
    const attacker = neighbours(cell)
      .map((beside) => cells.get(beside))
      .find((owner) => owner !== cells.get(cell));
    if (attacker === undefined) continue;
    cells.set(cell, attacker);
    return call(attacker, board, 'capture', at(cell));
  }
  // One player has the whole board: the next one begins.
  state.board++;
  cells.clear();
  return gridMove(world);
}

function neighbours(cell: number): number[] {
  const x = cell % SIZE;
  return [
    ...(x > 0 ? [cell - 1] : []),
    ...(x + 1 < SIZE ? [cell + 1] : []),
    ...(cell >= SIZE ? [cell - SIZE] : []),
    ...(cell + SIZE < SIZE * SIZE ? [cell + SIZE] : []),
  ];
}
