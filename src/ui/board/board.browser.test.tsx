import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';
import { generateScenario } from '../../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../workloads/generate/options.ts';
import { openTestPage, type TestPage } from './test-page.tsx';

/** Increments of one counter: each conflicts with each. */
const increments = (transactions = 6) =>
  generateScenario({
    ...DEFAULT_GENERATOR_OPTIONS,
    transactions,
    accounts: 8,
    contention: 2,
    failing: 0,
    mix: { count: 1 },
  });

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage(increments());
});
afterEach(() => opened.close());

const card = (index: number) =>
  page.getByRole('listbox', { name: 'Transactions in block order' }).getByRole('option').nth(index);
const lanes = () => page.getByRole('grid', { name: 'Lanes with the cards pinned to them' });
const lane = (number: number) =>
  lanes()
    .getByRole('row')
    .nth(number - 1);
const laneCard = (index: number) => lanes().getByRole('gridcell', { name: new RegExp(`^${index} `) });
const said = () => document.querySelector('[aria-live="assertive"]')?.textContent ?? '';

/** With the real mouse, by way of several points, as a hand does. */
async function dragTo(from: Element, to: Element, at: { x: number; y: number }): Promise<void> {
  await userEvent.dragAndDrop(from, to, { sourcePosition: { x: 60, y: 20 }, targetPosition: at, steps: 8 });
}

describe('putting cards on lanes', () => {
  test('by mouse: from the block, within a lane, between lanes, and back; one step of undo each', async () => {
    await dragTo(card(2).element(), lane(1).element(), { x: 300, y: 30 });
    await expect.poll(opened.drawn).toBe('2 |  |  | ');
    await dragTo(card(4).element(), lane(1).element(), { x: 600, y: 30 });
    await expect.poll(opened.drawn).toBe('2 4 |  |  | ');
    await dragTo(laneCard(4).element(), lane(1).element(), { x: 50, y: 30 });
    await expect.poll(opened.drawn).toBe('4 2 |  |  | ');
    await dragTo(laneCard(2).element(), lane(3).element(), { x: 300, y: 30 });
    await expect.poll(opened.drawn).toBe('4 |  | 2 | ');
    await dragTo(laneCard(4).element(), card(0).element(), { x: 100, y: 20 });
    await expect.poll(opened.drawn).toBe(' |  | 2 | ');
    expect(opened.order()).toBe('t1 t2 t3 t4 t5 t6');

    expect(opened.app.document.getState().undoLabel).toBe('take a card off the lanes');
    opened.app.undo();
    expect(opened.drawn()).toBe('4 |  | 2 | ');
    for (let i = 0; i < 4; i++) opened.app.undo();
    expect(opened.drawn()).toBe(' |  |  | ');
    expect(opened.app.document.getState().canUndo).toBe(false);
  });

  test('by mouse: Escape takes it back', async () => {
    const from = card(2).element().getBoundingClientRect();
    const to = lane(2).element().getBoundingClientRect();
    const fire = (type: string, x: number, y: number): boolean =>
      (document.elementFromPoint(x, y) ?? document.body).dispatchEvent(
        new PointerEvent(type, { bubbles: true, clientX: x, clientY: y, pointerId: 1, isPrimary: true, button: 0 }),
      );
    fire('pointerdown', from.x + 50, from.y + 20);
    fire('pointermove', from.x + 70, from.y + 30);
    await expect.poll(() => document.querySelector('[data-carried]')).not.toBeNull();
    fire('pointermove', to.x + 200, to.y + 20);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('[data-carried]')).toBeNull();
    fire('pointerup', to.x + 200, to.y + 20);
    expect(opened.drawn()).toBe(' |  |  | ');
    expect(said()).toBe('Transaction 2 put back; nothing changed.');
  });

  test('by mouse: several at once reorder the block', async () => {
    await userEvent.click(card(0));
    await userEvent.click(card(1), { modifiers: ['Shift'] });
    await dragTo(card(0).element(), card(3).element(), { x: 60, y: 45 });
    await expect.poll(opened.order).toBe('t3 t4 t1 t2 t5 t6');
    expect(opened.app.view.getState().selected).toEqual([2, 3]);
  });

  test('by keyboard: Space picks up, arrows carry over, Space puts down, each step is said', async () => {
    await userEvent.click(card(2));
    await userEvent.keyboard(' ');
    expect(said()).toMatch('Transaction 2 picked up');
    await userEvent.keyboard('{ArrowRight}');
    expect(said()).toBe('on lane 1, empty.');
    await userEvent.keyboard('{ArrowDown}');
    expect(said()).toBe('on lane 2, empty.');
    await userEvent.keyboard(' ');
    await expect.poll(opened.drawn).toBe(' | 2 |  | ');
    expect(said()).toBe('Transaction 2 on lane 2.');
    await userEvent.click(card(3));
    await userEvent.keyboard(' {ArrowRight}{ArrowDown}');
    await expect.poll(said).toBe('on lane 2, after transaction 2, conflicts with 2.');
    await userEvent.keyboard('{Escape}');
    expect(said()).toMatch('nothing changed');
    expect(opened.order()).toBe('t1 t2 t3 t4 t5 t6');
  });

  test('by keyboard on the board: from card to card, to another lane, off the lanes', async () => {
    await userEvent.click(card(1));
    await userEvent.keyboard('1');
    lanes().element().focus();
    await userEvent.keyboard('{ArrowRight} {ArrowDown}{ArrowDown} ');
    await expect.poll(opened.drawn).toBe(' |  | 1 | ');
    await userEvent.keyboard('{Home}{ArrowDown}{ArrowDown}{ArrowRight}{Delete}');
    await expect.poll(opened.drawn).toBe(' |  |  | ');
  });

  test('digits send the selection to a lane, 0 takes it off, a digit too high is explained', async () => {
    await userEvent.click(card(0));
    await userEvent.click(card(3), { modifiers: ['Control'] });
    await userEvent.keyboard('3');
    expect(opened.drawn()).toBe(' |  | 0 3 | ');
    expect(said()).toBe('Transactions 0 and 3 on lane 3.');
    await userEvent.keyboard('7');
    expect(said()).toBe('There are 4 lanes; there is no lane 7.');
    await userEvent.keyboard('0');
    expect(opened.drawn()).toBe(' |  |  | ');
  });

  test('click and click: selected cards go to the lane that is clicked', async () => {
    await userEvent.click(card(5));
    await userEvent.click(lane(2), { position: { x: 300, y: 30 } });
    expect(opened.drawn()).toBe(' | 5 |  | ');
  });

  test('while cards are chosen, each lane says what they conflict with there, and on what', async () => {
    await userEvent.click(card(1));
    await userEvent.keyboard('2');
    await userEvent.click(card(4));
    await userEvent.hover(lane(4), { position: { x: 300, y: 30 } });
    await expect.element(lane(2)).toHaveTextContent(/conflicts with 1 on Counter\.\w+/);
    await expect.element(lane(4)).toHaveTextContent('no conflict here');
    expect(lane(2).getByRole('rowheader').element().getAttribute('aria-label')).toMatch('conflicts with 1');
  });

  test('with the lanes engine, an order that could never run is foretold', async () => {
    opened.app.edit('engine', (s) => ({ ...s, settings: { ...s.settings, engine: 'lanes' } }));
    await userEvent.click(card(3));
    await userEvent.keyboard('1');
    await userEvent.click(card(2));
    await userEvent.keyboard(' {ArrowRight}');
    await expect.element(page.getByText(/Put there, the run would be refused/)).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(page.getByText(/the run would be refused/)).not.toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
  });

  test('axe finds nothing serious, with cards on the lanes and one being carried', async () => {
    await userEvent.click(card(1));
    await userEvent.keyboard('2');
    await userEvent.keyboard(' {ArrowRight}');
    await expectAccessible();
  });
});

describe('a long block', () => {
  test('of 3,000 cards only those in view are in the page, and keys reach all', async () => {
    opened.close();
    opened = await openTestPage({ ...increments(1), transactions: increments(3000).transactions });
    const shown = () =>
      document.querySelectorAll('[role="listbox"][aria-label^="Transactions"] [role="option"]').length;
    expect(shown()).toBeLessThan(60);
    await userEvent.click(card(0));
    await userEvent.keyboard('{End}');
    await expect.poll(() => document.querySelector('[data-index="2999"]')?.getAttribute('aria-selected')).toBe('true');
    expect(shown()).toBeLessThan(60);
    await userEvent.keyboard('{Shift>}{Home}{/Shift}');
    expect(opened.app.view.getState().selected).toHaveLength(3000);
  });
});
