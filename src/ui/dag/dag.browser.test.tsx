import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';
import { NO_MARKS } from '../../store/marks.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { type ChartPage, colorsOf, dragOver, nextFrames, openChart } from '../timeline/test-page.tsx';
import { ConflictDag } from './ConflictDag.tsx';

let opened: ChartPage;
beforeEach(async () => {
  opened = await openChart(<ConflictDag />, EXAMPLES[0].scenario());
});
afterEach(() => opened.close());

const front = () => page.getByRole('img', { name: 'Conflict graph in waves' }).element() as HTMLCanvasElement;
const back = () => document.querySelector('canvas[aria-hidden]') as HTMLCanvasElement;
const said = () => document.querySelector('[aria-live="polite"]')?.textContent ?? '';
const critical = () => opened.app.run.getState().analysis?.graph.criticalPath ?? [];

/** Rectangles cleared on the front canvas while `act` happens. */
async function clearedWhile(act: () => void): Promise<number[]> {
  const context = front().getContext('2d') as CanvasRenderingContext2D;
  const widths: number[] = [];
  const { clearRect } = context;
  context.clearRect = (x, y, width, height) => {
    widths.push(width);
    clearRect.call(context, x, y, width, height);
  };
  act();
  await nextFrames();
  context.clearRect = clearRect;
  return widths;
}

describe('the conflict DAG', () => {
  test('draws the critical path in its colour and the nodes in their contracts’', () => {
    expect(colorsOf(back()).get('#f0e442') ?? 0).toBeGreaterThan(100);
    const colors = colorsOf(front());
    for (const color of ['#9aa7b8', '#56b4e9', '#e69f00', '#cc79a7', '#2fbf9b']) {
      expect(colors.get(color) ?? 0, color).toBeGreaterThan(50);
    }
  });

  test('is walked along dependencies, in words, and Enter selects', async () => {
    const [first, second] = critical();
    front().focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toMatch(/^0 · .*wave 1/);
    for (let i = 0; i < 12 && !said().startsWith(`${first} ·`); i++) await userEvent.keyboard('{ArrowDown}');
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toMatch(new RegExp(`^${second} · .*wave 2 · on the critical path. Now committed`));
    await userEvent.keyboard('{Enter}');
    expect(opened.app.view.getState().selected).toEqual([second]);
    await userEvent.keyboard('{Escape}');
    expect(said()).toBe('');
  });

  test('shows nothing of the graph before while the next one is held back', async () => {
    opened.app.hold('analysis');
    opened.app.open(EXAMPLES[1]?.scenario() ?? EXAMPLES[0].scenario());
    await expect.poll(() => getComputedStyle(back()).visibility).toBe('hidden');
    opened.app.hold('nothing');
    await expect.poll(() => getComputedStyle(back()).visibility).toBe('visible');
  });

  test('playback draws only the nodes that change', async () => {
    opened.app.seek(0);
    await nextFrames();
    const widths = await clearedWhile(() => opened.app.step(1));
    expect(widths.length).toBeGreaterThan(0);
    expect(widths.length).toBeLessThan(8);
    expect(Math.max(...widths)).toBeLessThan(100);
    expect(await clearedWhile(() => opened.app.seek(opened.app.view.getState().time + 1))).toEqual([]);
  });

  test('a click on a node selects it; on a link, the location behind it', async () => {
    const { clientWidth, clientHeight } = front();
    const found = { node: false, link: false };
    for (let y = 30; y < clientHeight; y += 6) {
      for (let x = 20; x < clientWidth; x += 24) {
        dragOver(front(), [x, y]);
        const { selected, location } = opened.app.view.getState();
        found.node ||= selected.length === 1;
        found.link ||= location !== null;
      }
    }
    expect(found).toEqual({ node: true, link: true });
  });

  test('where marks are asked for, a click marks; taken away, a mark leaves nothing behind', async () => {
    const { app } = opened;
    const before = front().toDataURL();
    app.setMarks({ ...NO_MARKS, asks: 'transactions' });
    front().focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect([...app.view.getState().marks.transactions]).toEqual([[0, 'marked']]);
    await nextFrames();
    expect(front().toDataURL()).not.toBe(before);
    app.setMarks(NO_MARKS);
    app.select([]);
    app.hover(null);
    front().blur();
    await nextFrames();
    expect(front().toDataURL()).toBe(before);
  });

  test('WAW and WAR are drawn when asked for', async () => {
    const before = back().toDataURL();
    const waw = page.getByRole('button', { name: 'WAW' });
    await userEvent.click(waw);
    await nextFrames();
    expect(back().toDataURL()).not.toBe(before);
    await userEvent.click(waw);
    await nextFrames();
    expect(back().toDataURL()).toBe(before);
  });

  test('has a twin in words', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Show conflicts as a table' }));
    const region = page.getByRole('region', { name: 'Conflicts as a table' });
    expect(region.getByRole('row').elements()).toHaveLength(13);
    const [first, second] = critical();
    const row = region
      .getByRole('row')
      .elements()
      .find((r) => r.textContent?.includes(`${second} · `));
    expect(row?.textContent).toContain('(critical path)');
    expect(row?.textContent).toContain(`${first}: pool.reserve0`);
    await expectAccessible();
  });

  test('has nothing that shuts anybody out', () => expectAccessible());
});
