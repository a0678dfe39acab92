import { describe, expect, it, vi } from 'vitest';
import { laneIndex, txIndex } from '../../model/ids.ts';
import type { Location } from '../../model/location.ts';
import { setLanes } from '../../store/edits.ts';
import { createTestApp } from '../../store/test-support/test-app.ts';
import { entryStateOf, returnTo } from './entry-state.ts';
import { type StageCommands, stageCommand } from './stage-keys.ts';
import { litBy } from './use-lit-beat.ts';
import { LEAST_PERCENT, MOST_PERCENT, parseStage, resized } from './stage-settings.ts';

const COMMANDS = [
  'cycleView',
  'resize',
  'togglePointer',
  'toggleBeside',
  'toggleNotes',
  'toggleFullScreen',
  'toggleBlank',
  'showKeys',
  'reset',
  'leave',
] as const;

function press(key: string) {
  const { app } = createTestApp();
  const spied = Object.fromEntries(COMMANDS.map((name) => [name, vi.fn()])) as Record<
    (typeof COMMANDS)[number],
    ReturnType<typeof vi.fn>
  >;
  const step = vi.spyOn(app, 'step');
  const command = stageCommand(key, app, spied as unknown as StageCommands); // Spies of the same names.
  command?.();
  const called = COMMANDS.filter((name) => spied[name].mock.calls.length > 0);
  return { app, called, step, known: command !== null };
}

describe('the keys of the stage', () => {
  it.each([
    ['v', 'cycleView'],
    ['+', 'resize'],
    ['-', 'resize'],
    ['P', 'togglePointer'],
    ['g', 'toggleBeside'],
    ['n', 'toggleNotes'],
    ['f', 'toggleFullScreen'],
    ['F5', 'toggleFullScreen'],
    ['B', 'toggleBlank'],
    ['?', 'showKeys'],
    ['r', 'reset'],
    ['Escape', 'leave'],
  ])('%s: %s', (key, name) => expect(press(key).called).toEqual([name]));

  it.each([
    ['PageDown', 1],
    ['ArrowRight', 1],
    ['PageUp', -1],
    ['ArrowLeft', -1],
  ])('%s steps by %d', (key, by) => expect(press(key).step).toHaveBeenCalledWith(by));

  it('a digit is so many lanes; others are left to the page', () => {
    expect(press('7').app.document.getState().scenario.settings.lanes).toBe(7);
    expect(press('0').known).toBe(false);
    expect(press('Tab').known).toBe(false);
    expect(press('Delete').known).toBe(false);
  });
});

describe('reset', () => {
  it('brings back the document, by one step that can be undone', () => {
    const { app } = createTestApp();
    const entry = entryStateOf(app);
    app.edit('8 lanes', (scenario) => setLanes(scenario, 8));
    returnTo(app, entry);
    expect(app.document.getState().scenario).toBe(entry.document.scenario);
    app.undo();
    expect(app.document.getState().scenario.settings.lanes).toBe(8);
  });

  it('also when another was opened meanwhile', () => {
    const { app } = createTestApp();
    const entry = entryStateOf(app);
    app.openNew();
    returnTo(app, entry);
    expect(app.document.getState()).toMatchObject({ key: 'first', scenario: entry.document.scenario });
  });
});

describe('what lights up while an event is told', () => {
  const version = { tx: txIndex(3), incarnation: 0 };
  const location = `b:0x${'11'.repeat(20)}` as Location;

  it('is the transaction that is thrown away, waits or reads another’s write', () => {
    const cause = { kind: 'estimate', location, by: txIndex(1) } as const;
    expect(litBy({ kind: 'aborted', at: 5, version, cause })).toBe(3);
    const wait = { kind: 'dependency', tx: txIndex(2), on: txIndex(1) } as const;
    expect(litBy({ kind: 'waiting', at: 5, lane: laneIndex(0), cause: wait })).toBe(2);
  });

  it('is nothing where it can be seen on the lane', () => {
    expect(litBy({ kind: 'committed', at: 5, version })).toBeNull();
    expect(litBy({ kind: 'waiting', at: 5, lane: laneIndex(0), cause: { kind: 'no-task' } })).toBeNull();
    expect(litBy(undefined)).toBeNull();
  });
});

describe('settings', () => {
  it('are read as far as they make sense', () => {
    expect(parseStage('{"shown":"lanes","percent":170,"pointer":false}')).toEqual({
      shown: 'lanes',
      percent: 170,
      pointer: false,
    });
    for (const text of [null, '', '[]', 'null', '{"shown":"x","percent":"2","pointer":1}']) {
      expect(parseStage(text)).toEqual({ shown: 'both', percent: 130, pointer: true });
    }
    expect(parseStage('{"percent":900}').percent).toBe(MOST_PERCENT);
    expect(resized(LEAST_PERCENT, -1)).toBe(LEAST_PERCENT);
    expect(resized(130, 1)).toBe(140);
  });
});
