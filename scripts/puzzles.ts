/**
 * Executes the blocks of all puzzles, solves them, and stores the answers with their proofs: src/puzzles/proofs.artifact.json. A test
 * checks that doing it again gives the same.
 */
import { writeFile } from 'node:fs/promises';
import { PUZZLES } from '../src/puzzles/collection/index.ts';
import { makeProofs, proofsToText } from '../src/puzzles/make-proofs.ts';

const proofs = await makeProofs(PUZZLES);
await writeFile(new URL('../src/puzzles/proofs.artifact.json', import.meta.url), proofsToText(proofs));
for (const { id, level, lanes } of PUZZLES) {
  const { problem, solution, rules } = proofs[id] ?? {};
  const over = ((rules?.['block-order'] ?? 0) / (solution?.makespan ?? 1) - 1) * 100;
  console.log(
    `${level}  ${id.padEnd(16)} ${problem?.gas.length} on ${lanes}: ${solution?.makespan} gas, by ${solution?.proof} (${solution?.nodes} nodes), block order ${over.toFixed(1)} % over`,
  );
}
