import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { type ChartPage, colorsOf, dragOver, nextFrames, openChart } from './test-page.tsx';
import { Timeline } from './Timeline.tsx';

let opened: ChartPage;
beforeEach(async () => {
  opened = await openChart(<Timeline />, EXAMPLES[0].scenario());
});
afterEach(() => opened.close());

const canvas = () => page.getByRole('img', { name: 'Timeline of the lanes' }).element() as HTMLCanvasElement;
const said = () => document.querySelector('[aria-live="polite"]')?.textContent ?? '';
const end = () => opened.app.run.getState().events.at(-1)?.at ?? 0;
const time = () => opened.app.view.getState().time;

describe('the timeline', () => {
  test('draws the run in the colours of its contracts, with the bound', () => {
    const colors = colorsOf(canvas());
    // Payments, the token, the pool, the collection, the ballot; the bound.
    for (const color of ['#9aa7b8', '#56b4e9', '#e69f00', '#cc79a7', '#2fbf9b', '#f0e442']) {
      expect(colors.get(color) ?? 0, color).toBeGreaterThan(30);
    }
  });

  test('shows an earlier moment with what was known then: less has been done, nothing aborted yet', async () => {
    const red = () => colorsOf(canvas()).get('#ff6b61') ?? 0;
    const orange = () => colorsOf(canvas()).get('#e69f00') ?? 0;
    const [redAtEnd, orangeAtEnd] = [red(), orange()];
    expect(redAtEnd).toBeGreaterThan(0);
    opened.app.seek(end() / 10);
    await nextFrames();
    expect(red()).toBe(0);
    expect(orange()).toBeLessThan(orangeAtEnd / 2);
  });

  test('is walked by arrow keys, in words, and Enter selects', async () => {
    canvas().focus();
    await userEvent.keyboard('{ArrowRight}{Home}');
    expect(said()).toMatch(/^Lane 1\. 0 · /);
    await userEvent.keyboard('{ArrowDown}');
    expect(said()).toMatch(/^Lane 2\. 1 · /);
    expect(opened.app.view.getState().hovered).toEqual({ tx: 1 });
    await userEvent.keyboard('{Enter}');
    expect(opened.app.view.getState().selected).toEqual([1]);
    await userEvent.keyboard('{Escape}');
    expect(said()).toBe('');
    expect(opened.app.view.getState().hovered).toBeNull();
  });

  test('a click selects what lies under it, a click on the road selects nothing', async () => {
    // The first lane's first span begins at the left end of the axis.
    dragOver(canvas(), [38, 60]);
    expect(opened.app.view.getState().selected).toEqual([0]);
    dragOver(canvas(), [790, 60]);
    expect(opened.app.view.getState().selected).toEqual([]);
  });

  test('the playhead follows the pointer along the axis', () => {
    const { clientWidth } = canvas();
    dragOver(canvas(), [clientWidth / 2, 12]);
    const half = time();
    expect(half).toBeGreaterThan(end() * 0.4);
    expect(half).toBeLessThan(end() * 0.6);
    dragOver(canvas(), [clientWidth / 2, 12], [clientWidth / 4, 12]);
    expect(time()).toBeLessThan(half * 0.6);
    dragOver(canvas(), [clientWidth / 4, 12], [0, 12]);
    expect(time()).toBe(0);
  });

  test('zooms by wheel and keys about a moment, and back to the whole run', async () => {
    const box = canvas().getBoundingClientRect();
    const at = (x: number) => {
      dragOver(canvas(), [x, 12]);
      return time();
    };
    const before = at(200);
    const wheel = {
      ctrlKey: true,
      deltaY: -300,
      clientX: box.x + 200,
      clientY: box.y + 100,
      bubbles: true,
      cancelable: true,
    };
    canvas().dispatchEvent(new WheelEvent('wheel', wheel));
    await nextFrames();
    expect(Math.abs(at(200) - before)).toBeLessThan(end() * 0.01);
    expect(at(300) - at(200)).toBeLessThan(end() * 0.08);
    canvas().focus();
    await userEvent.keyboard('0');
    await nextFrames();
    expect(at(300) - at(200)).toBeGreaterThan(end() * 0.1);
  });

  test('has a twin in words that says as much', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Show lanes as a table' }));
    const rows = page.getByRole('region', { name: 'Lanes as a table' }).getByRole('row');
    const started = opened.app.run.getState().events.filter((event) => event.kind === 'started').length;
    expect(rows.elements().length).toBeGreaterThan(started);
    const aborted = rows.elements().filter((row) => row.textContent?.includes('Aborted at'));
    expect(aborted.map((row) => row.textContent).join()).toMatch(/\d+ read [^ ]+ before \d+ wrote it/);
    await userEvent.click(page.getByRole('button', { name: /^0 · / }));
    expect(opened.app.view.getState().selected).toEqual([0]);
    await expectAccessible();
  });

  test('has nothing that shuts anybody out', () => expectAccessible());
});
