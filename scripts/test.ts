/**
 * The whole check, as CI and a newcomer run it: lint and import directions, types (page and core), unused code, then the
 * tests in Node and in real Chromium. Every step runs even when an earlier one failed, so that one run tells all.
 * Ends with one line `N passed, N failed` over all tests and steps.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'lanewise-test-'));

function run(title: string, command: string, args: readonly string[]): boolean {
  process.stdout.write(`\n── ${title}\n`);
  const bin = join('node_modules', '.bin', command);
  return spawnSync(bin, args, { stdio: 'inherit' }).status === 0;
}

function step(title: string, command: string, ...args: string[]): Tally {
  const ok = run(title, command, args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** A run of the test runner counts its tests; one that dies without a report, or leaves an error outside a test, counts as a failure. */
function tests(title: string, project: string): Tally {
  const report = join(scratch, `${project}.json`);
  const ok = run(title, 'vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  const failed = numFailedTests === 0 && (!ok || numPassedTests === 0) ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

const tallies = [
  step('Lint, format and import directions', 'biome', 'check', '.'),
  step('Types: the page', 'tsc', '-p', 'tsconfig.json'),
  step('Types: the core, without the DOM library', 'tsc', '-p', 'tsconfig.core.json'),
  step('Unused code and dependencies', 'knip'),
  tests('Core, in Node', 'core'),
  tests('Components and workers, in Chromium', 'browser'),
  tests('Journeys through the built app, in Chromium', 'journeys'),
];
rmSync(scratch, { recursive: true, force: true });

const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
const skipped = sum('skipped');
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
process.exit(sum('failed') === 0 ? 0 : 1);
