import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Lints one planted file under the project's own rules, in a folder of its own; returns what the linter printed. */
function lintPlanted(path: string, code: string): string {
  const root = mkdtempSync(join(tmpdir(), 'lanewise-lint-'));
  try {
    cpSync('biome.json', join(root, 'biome.json'));
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), code);
    const run = spawnSync(
      join('node_modules', '.bin', 'biome'),
      ['lint', '--colors=off', root, `--config-path=${root}`],
      {
        encoding: 'utf8',
      },
    );
    return run.stdout + run.stderr;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('the linter holds the import directions', () => {
  it.each([
    ['src/lib/x.ts', '../model/ids.ts'],
    ['src/model/x.ts', '../evm/executor.ts'],
    ['src/evm/x.ts', '../formats/block-file.ts'],
    ['src/engines/x.ts', '../analysis/graph.ts'],
    ['src/engines/x.ts', '@ethereumjs/evm'],
    ['src/workloads/x.ts', '../drivers/serial.ts'],
    ['src/drivers/virtual/x.ts', '../../store/app.ts'],
    ['src/store/x.ts', 'react'],
    ['src/store/x.ts', '../ui/app/App.tsx'],
    ['src/store/x.ts', 'comlink'],
    ['src/chart/x.ts', '../engines/engine.ts'],
    ['src/analysis/x.ts', 'd3'],
    ['src/ui/dag/x.tsx', '@ethereumjs/util'],
    ['src/ui/dag/x.tsx', '../../main.tsx'],
    ['src/drivers/measured/x.ts', 'react-dom/client'],
    ['src/drivers/x.ts', '../lessons/player.ts'],
    ['src/lessons/x.ts', '../puzzles/puzzle.ts'],
    ['src/puzzles/x.ts', '../store/app.ts'],
    ['src/store/x.ts', 'yjs'],
    ['src/model/x.ts', '#texts/chart.ts'],
    ['src/texts/en/x.ts', '../../store/app.ts'],
  ])('refuses %s importing %s', (path, specifier) => {
    expect(lintPlanted(path, `import '${specifier}';\n`)).toContain('noRestrictedImports');
  });

  it.each([
    ['src/evm/x.ts', '@ethereumjs/evm'],
    ['src/evm/x.ts', '../model/ids.ts'],
    ['src/drivers/measured/x.ts', '../../evm/executor.ts'],
    ['src/drivers/measured/x.ts', 'comlink'],
    ['src/ui/dag/x.tsx', '../../store/app.ts'],
    ['src/chart/x.ts', '../analysis/graph.ts'],
    ['src/chart/x.ts', 'd3'],
    ['src/ui/dag/x.tsx', '#texts/dag.ts'],
    ['src/class/x.ts', 'yjs'],
    ['src/lessons/x.ts', '../drivers/runner.ts'],
  ])('lets %s import %s', (path, specifier) => {
    expect(lintPlanted(path, `import '${specifier}';\n`)).not.toContain('noRestrictedImports');
  });
});
