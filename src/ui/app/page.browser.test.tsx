import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';
import { txIndex } from '../../model/ids.ts';
import { pinTransactions } from '../../store/edits/pins.ts';
import { openTestPage, type TestPage } from './test-page.tsx';

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage();
});
afterEach(() => opened.close());

const view = () => opened.app.view.getState();
const figures = () => page.getByRole('region', { name: 'Figures' });
const details = () => page.getByRole('region', { name: 'Details' });
const engine = (name: string) => page.getByRole('radio', { name });

describe('figures', () => {
  test('are the report’s, in words, with the bound and the serial check', async () => {
    const { metrics, check } = opened.app.run.getState().report ?? {};
    await expect.element(figures()).toHaveTextContent(`${metrics?.speedup.toFixed(2)}× speed-up`);
    await expect.element(figures()).toHaveTextContent(`bound ${metrics?.bound.toFixed(2)}×`);
    await expect.element(figures()).toHaveTextContent(`${metrics?.aborts} abort`);
    await expect.element(figures()).toHaveTextContent('modelled');
    await expect.element(figures()).toHaveTextContent(`same result as one lane · ${check?.postStateRoot.slice(0, 6)}`);
  });

  test('without protection, every difference is named on request', async () => {
    await engine('No protection').click();
    await opened.upToDate();
    const differences = opened.app.run.getState().report?.check.differences ?? [];
    expect(differences.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: `${differences.length} differences from one lane` }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog).toHaveTextContent('pool.reserve0');
    expect(dialog.element().querySelectorAll('tbody tr').length).toBe(differences.length);
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
  });
});

describe('a change runs at once', () => {
  test('another engine, more lanes, and back by undo', async () => {
    await engine('Dependency DAG').click();
    await opened.upToDate();
    expect(opened.app.run.getState().report?.metrics.engine).toBe('dag');
    await page.getByRole('button', { name: 'One lane more' }).click();
    await opened.upToDate();
    expect(opened.app.run.getState().report?.metrics.lanes).toBe(5);
    await userEvent.keyboard('{Control>}z{/Control}');
    await userEvent.keyboard('{Control>}z{/Control}');
    await opened.upToDate();
    expect(opened.app.run.getState().report?.metrics).toMatchObject({ engine: 'block-stm', lanes: 4 });
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await opened.upToDate();
    expect(opened.app.run.getState().report?.metrics.engine).toBe('dag');
  });

  test('lanes that contradict the block are refused with the cycle, and a button mends it', async () => {
    const { app } = opened;
    const ids = app.document.getState().scenario.transactions.map(({ id }) => id);
    // 2 → 3 → 7 is the pool's chain; drawn the other way round on one lane it can't run.
    app.edit('draw', (s) =>
      pinTransactions(
        s,
        [ids[7], ids[3], ids[2]].filter((id) => id !== undefined),
        0,
      ),
    );
    await engine('Your lanes').click();
    const refused = page.getByRole('alert').filter({ hasText: 'contradict' });
    await expect.element(refused).toBeVisible();
    expect(app.run.getState().status).toBe('refused');
    await refused.getByRole('button', { name: /^(Move \d+ in front of|Make these)/ }).click();
    await opened.upToDate();
    expect(app.run.getState().report?.check.equal).toBe(true);
    expect(app.document.getState().undoLabel).toBe('the fix that was named');
    expect(app.document.getState().scenario.laneOrder[0]).toEqual([ids[2], ids[3], ids[7]]);
  });

  test('the options of the engine, fees and costs are settings like the others', async () => {
    await page.getByRole('button', { name: 'Options' }).click();
    await page.getByRole('switch', { name: 'ESTIMATE marks' }).click();
    await page.getByRole('textbox', { name: 'Handing out a task' }).fill('500');
    await opened.upToDate();
    const { settings } = opened.app.document.getState().scenario;
    expect(settings.options.estimates).toBe(false);
    expect(settings.costs.dispatch).toBe(500);
    await expectAccessible();
    await page.getByRole('textbox', { name: 'Handing out a task' }).fill('-3');
    await expect
      .element(page.getByRole('textbox', { name: 'Handing out a task' }))
      .toHaveAttribute('aria-invalid', 'true');
    expect(opened.app.document.getState().scenario.settings.costs.dispatch).toBe(500);
  });

  test('the lanes can be typed; what is out of range doesn’t count', async () => {
    const lanes = page.getByRole('textbox', { name: /Number of lanes/ });
    await lanes.fill('16');
    await opened.upToDate();
    expect(opened.app.run.getState().report?.metrics.lanes).toBe(16);
    await lanes.fill('1000');
    expect(opened.app.document.getState().scenario.settings.lanes).toBe(16);
    await expect.element(lanes).toHaveAttribute('aria-invalid', 'true');
  });
});

describe('playback by keyboard', () => {
  const end = () => opened.app.run.getState().events.at(-1)?.at ?? 0;

  test('start, end, steps, strides', async () => {
    expect(view().time).toBe(end());
    await userEvent.keyboard('{Home}');
    expect(view().time).toBe(0);
    await userEvent.keyboard('{ArrowRight}');
    const first = view().time;
    expect(first).toBeGreaterThan(0);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(view().time).toBeGreaterThan(first);
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(view().time).toBe(first);
    await userEvent.keyboard('{End}');
    expect(view().time).toBe(end());
  });

  test('space plays and pauses; comma and point change the speed', async () => {
    await userEvent.keyboard(' ');
    expect(view().playing).toBe(true);
    await expect.poll(() => view().time).toBeGreaterThan(0);
    await userEvent.keyboard(' ');
    expect(view().playing).toBe(false);
    await userEvent.keyboard('.');
    expect(view().speed).toBe(2);
    await userEvent.keyboard(',');
    expect(view().speed).toBe(1);
  });

  test('the slider says the moment, and takes it', async () => {
    const slider = page.getByRole('slider', { name: 'Moment of the run' });
    const input = slider.element() as HTMLInputElement;
    input.value = String(end() / 2);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(view().time).toBeCloseTo(end() / 2);
    expect(input.getAttribute('aria-valuetext')).toMatch(/gas of [\d,]+ gas$/);
    input.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(view().time).toBeLessThan(end() / 2);
  });

  test('steps also from the list of cards, which uses up and down itself', async () => {
    await page.getByRole('option').nth(2).click();
    await userEvent.keyboard('{ArrowLeft}');
    expect(view().time).toBeLessThan(end());
    const { time } = view();
    await userEvent.keyboard('{ArrowDown}');
    expect(view().selected).toEqual([3]);
    expect(view().time).toBe(time);
  });

  test('keys rest while something is typed', async () => {
    const before = view().time;
    await page.getByRole('textbox', { name: /Number of lanes/ }).click();
    await userEvent.keyboard('{Home}r ');
    expect(view().time).toBe(before);
    expect(view().playing).toBe(false);
  });
});

describe('the inspector', () => {
  test('with nothing chosen, tells the block and what bounds it', async () => {
    await expect.element(details()).toHaveTextContent('What bounds it');
    await expect.element(details()).toHaveTextContent('2 → 3 → 7');
    await expect.element(details()).toHaveTextContent('pool.reserve0');
  });

  test('names transactions that can’t be in the block, here and on their cards', async () => {
    opened.app.edit('spoil it', (scenario) => ({
      ...scenario,
      transactions: scenario.transactions.map((tx, index) => (index === 0 ? { ...tx, value: 10n ** 30n } : tx)),
    }));
    await opened.upToDate();
    await expect
      .element(details())
      .toHaveTextContent('A transaction can’t be in this block: 0. Choose one to see why.');
    await expect.element(page.getByRole('option').first()).toHaveTextContent('can’t be in this block');
    await expect.element(page.getByRole('option').nth(1)).toHaveTextContent('committed');
  });

  test('where no chain is longer, it is the longest transaction that bounds the block', async () => {
    opened.app.edit('keep one', (scenario) => ({ ...scenario, transactions: scenario.transactions.slice(0, 1) }));
    await opened.upToDate();
    await expect
      .element(details())
      .toHaveTextContent(
        '1 transaction, 21k gas. No number of lanes can be more than 1.00× as fast as one: the longest transaction alone, 0, takes 21k gas.',
      );
  });

  test('tells of a transaction what it did, why it started over, what it read and wrote', async () => {
    opened.app.select([txIndex(3)]);
    await expect.element(details().getByRole('heading', { name: 'dave swaps WETH → USDC' })).toBeVisible();
    await expect
      .element(page.getByRole('region', { name: 'Why' }))
      .toHaveTextContent(/Started over once\. It read pool\.reserve/);
    await expect.element(details()).toHaveTextContent('2 · run 0');
    await expect.element(details()).toHaveTextContent('success');
    await expect.element(details()).toHaveTextContent('pool Swap(trader: dave');
    await expect.element(details()).toHaveTextContent('It is on the critical path: 2 → 3 → 7.');
    await expectAccessible();
  });

  test('a transaction named in a sentence lights up in all views, and a click goes to it', async () => {
    opened.app.select([txIndex(3)]);
    const mention = page.getByRole('region', { name: 'Why' }).getByRole('button', { name: /^transaction 2:/ });
    await mention.hover();
    expect(view().hovered).toEqual({ tx: 2 });
    await mention.click();
    expect(view().selected).toEqual([2]);
  });

  test('a location shows all who touch it, until put away', async () => {
    await details().getByRole('button', { name: 'pool.reserve0' }).first().click();
    const card = page.getByRole('region', { name: 'Location' });
    await expect.element(card).toHaveTextContent('3 transactions write it');
    await expect.element(card).toHaveTextContent('heidi swaps');
    await page.getByRole('button', { name: 'Put the location away' }).click();
    expect(view().location).toBe(null);
  });
});

describe('files', () => {
  const drop = (name: string, text: string): void => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  };

  test('one that can’t be read says why; the document stays', async () => {
    const before = opened.app.document.getState().scenario;
    drop('notes.json', '{ "hello": ');
    const notice = page.getByRole('alert').filter({ hasText: 'notes.json could not be opened' });
    await expect.element(notice).toBeVisible();
    expect(opened.app.document.getState().scenario).toBe(before);
    await expectAccessible();
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect.element(notice).not.toBeInTheDocument();
  });

  test('Ctrl S offers the document', async () => {
    await userEvent.keyboard('{Control>}s{/Control}');
    await expect.poll(() => opened.offered.map(({ name }) => name)).toEqual(['mixed-defi-block.lanewise.json']);
  });

  test('examples open from the menu with their notes', async () => {
    await page.getByRole('button', { name: /^Scenario/ }).click();
    await page.getByRole('menuitem', { name: /A nonce chain/ }).click();
    await opened.upToDate();
    expect(opened.app.document.getState().scenario.title).toBe('A nonce chain');
    expect(opened.app.document.getState().undoLabel).toBe('open A nonce chain');
    await expect.element(details()).toHaveTextContent('A nonce chain');
  });
});

describe('the page', () => {
  test.each(['dark', 'light'] as const)('axe finds nothing serious, %s', async (theme) => {
    opened.app.setTheme(theme);
    await expect.poll(() => document.documentElement.dataset.theme).toBe(theme);
    // Colours on their way from one theme to the other are neither's.
    await expect.poll(() => document.getAnimations().length).toBe(0);
    await expectAccessible();
  });

  test('edges between panels move by keyboard', async () => {
    const edge = page.getByRole('separator', { name: 'Width of the block' });
    const width = () => document.querySelector('section[aria-label="Block"]')?.clientWidth ?? 0;
    const before = width();
    (edge.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(width()).toBe(before + 32);
    await userEvent.keyboard('{Enter}');
    expect(width()).toBe(before);
  });

  test('in a narrow window a card that is chosen brings the inspector forward, one that keys pass does not', async () => {
    await page.viewport(720, 450);
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    await page.getByRole('option').nth(1).click();
    await expect.element(tab('Inspector')).toHaveAttribute('aria-selected', 'true');
    await tab('Block').click();
    await page.getByRole('listbox', { name: 'Transactions in block order' }).click();
    opened.app.select([]);
    await userEvent.keyboard('{ArrowDown}');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect.element(tab('Block')).toHaveAttribute('aria-selected', 'true');
    document.querySelector<HTMLElement>('[role="listbox"]')?.blur();
    opened.app.select([txIndex(5)]);
    await expect.element(tab('Inspector')).toHaveAttribute('aria-selected', 'true');
    await page.viewport(1440, 900);
  });

  test('in a narrow window the panels share two places', async () => {
    await page.viewport(720, 450);
    await expect.element(page.getByRole('tab', { name: 'Conflicts' })).toBeVisible();
    await page.getByRole('tab', { name: 'Inspector' }).click();
    await expect.element(details()).toBeVisible();
    await expectAccessible();
    await page.viewport(1440, 900);
  });

  test('a hint shows on hover and goes with Escape', async () => {
    await page.getByRole('button', { name: 'To the start' }).hover();
    const hint = page.getByRole('tooltip');
    await expect.element(hint).toHaveTextContent('To the start Home');
    await userEvent.keyboard('{Escape}');
    await expect.element(hint).not.toBeInTheDocument();
  });

  test('help lists the keys', async () => {
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).toHaveTextContent('play or pause');
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });
});
