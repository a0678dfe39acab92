import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessibleInBothThemes } from '../../../tests/browser/axe.ts';
import { openTestPage, type TestPage } from '../app/test-page.tsx';

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage();
});
afterEach(() => opened.close());

const view = () => page.getByRole('region', { name: 'Compare' });
const settings = () => opened.app.document.getState().scenario.settings;

async function openCompare(): Promise<void> {
  await userEvent.keyboard('c');
  await expect.element(view().getByRole('table')).toBeVisible();
}

interface SavedFiles {
  readonly csv: Blob;
  readonly svg: Blob;
  readonly png: Blob;
}

/** What the three buttons save. */
async function saveAll(): Promise<SavedFiles> {
  const saved: Blob[] = [];
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    saved.push(blob);
    return create(blob);
  };
  try {
    for (const [i, format] of ['CSV', 'SVG', 'PNG'].entries()) {
      await view()
        .getByRole('button', { name: new RegExp(format) })
        .click();
      await expect.poll(() => saved.length).toBe(i + 1);
    }
  } finally {
    URL.createObjectURL = create;
  }
  const [csv, svg, png] = saved as [Blob, Blob, Blob];
  return { csv, svg, png };
}

/** All texts of a picture, one after the other. */
async function wordsOf(svg: Blob): Promise<string> {
  const document = new DOMParser().parseFromString(await svg.text(), 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return [...document.querySelectorAll('text')].map(({ textContent }) => textContent).join(' ');
}

test('opens by key and by button, covers the run view, and gives it back', async () => {
  await openCompare();
  expect(document.activeElement?.textContent).toBe('Compare');
  expect(document.querySelector('main')?.inert).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.element(view()).not.toBeInTheDocument();
  expect(document.querySelector('main')?.inert).toBe(false);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect.element(view()).toBeVisible();
  await page.getByRole('button', { name: 'Close the comparison' }).click();
  await expect.element(view()).not.toBeInTheDocument();
});

test('whoever opens it by keyboard goes on where they were', async () => {
  (page.getByRole('button', { name: 'Compare', exact: true }).element() as HTMLElement).focus({ focusVisible: true });
  await userEvent.keyboard('{Enter}');
  await expect.element(view()).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(view()).not.toBeInTheDocument();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Compare');
});

test('side by side as a file: the pictures with their names, and the figures', async () => {
  await openCompare();
  await expect
    .poll(
      () =>
        view()
          .getByRole('img', { name: /on 4 lanes/ })
          .elements().length,
    )
    .toBe(5);
  const { csv, svg, png } = await saveAll();
  expect(await csv.text()).toContain('components,4,');
  const words = await wordsOf(svg);
  expect(words).toContain('Independent groups on 4 lanes');
  expect(words).toContain('Mixed DeFi block: runs side by side');
  expect(words).toMatch(
    /Modelled time, in gas\. 12 transactions on 4 lanes: Dependency DAG · Block-STM · .*Fastest of these with/,
  );
  const image = await createImageBitmap(png);
  expect([image.width, image.height > 400]).toEqual([2400, true]);
});

test('side by side: pictures, figures, where two part; a click opens the run as one step', async () => {
  await openCompare();
  const pictures = view().getByRole('img', { name: /on 4 lanes: .* gas, speed-up/ });
  await expect.poll(() => pictures.elements().length).toBe(5);
  await expect.element(view().getByText('Where they part')).toBeVisible();
  await expect.element(view().getByText(/Dependency DAG knows that it reads pool\.reserve0 from 2/)).toBeVisible();
  await view().getByText('Every pair').click();
  const pairs = view().element().querySelectorAll('details dt');
  expect(pairs).toHaveLength(10);
  expect(new Set([...pairs].map(({ textContent }) => textContent)).size).toBe(10);
  await expect.element(view().getByText(/Fastest of these with a serial result/)).toBeVisible();

  await view().getByRole('checkbox', { name: '8', exact: true }).click();
  await expect.poll(() => pictures.elements().length).toBe(5);
  await expect.poll(() => view().getByRole('row').elements().length).toBe(11);
  // More than the window holds takes the table nothing of its height.
  await view().getByRole('checkbox', { name: '16', exact: true }).click();
  await expect.poll(() => view().getByRole('row').elements().length).toBe(16);
  const table = view().getByRole('table').element();
  expect(table.parentElement?.clientHeight).toBeGreaterThanOrEqual(table.clientHeight);
  await expectAccessibleInBothThemes(view().element());

  await view().getByRole('button', { name: 'Dependency DAG on 8 lanes' }).click();
  await expect.element(view()).not.toBeInTheDocument();
  expect(settings()).toMatchObject({ engine: 'dag', lanes: 8, clock: 'virtual' });
  await opened.upToDate();
  expect(opened.app.run.getState().report?.settings).toMatchObject({ engine: 'dag', lanes: 8 });
  opened.app.undo();
  expect(settings()).toMatchObject({ engine: 'block-stm', lanes: 4 });

  // What was chosen is still chosen when one comes back for the next run.
  await openCompare();
  await expect.element(view().getByRole('checkbox', { name: '16', exact: true })).toBeChecked();
  await expect.poll(() => view().getByRole('row').elements().length).toBe(16);
});

test('one engine stays chosen, and says so', async () => {
  await openCompare();
  const engines = view().getByRole('group', { name: 'Engines' });
  for (const name of ['Dependency DAG', 'Block-STM', 'Independent groups', 'Block access list']) {
    await engines.getByRole('checkbox', { name }).click();
  }
  const last = engines.getByRole('checkbox', { name: 'Speculate, commit in order' });
  await expect.element(last).toHaveAttribute('aria-disabled', 'true');
  expect(last.element().closest('label')?.dataset.hint).toContain('The only one chosen');
  await last.click({ force: true });
  await expect.element(last).toBeChecked();
});

test('scaling curve: bound, Amdahl, table; points by keyboard; pictures as files', async () => {
  await openCompare();
  await view().getByRole('radio', { name: 'Scaling curve' }).click();
  const chart = view().getByRole('group', { name: 'Speed-up against lanes' });
  await expect.element(chart.getByText(/^bound \d/)).toBeVisible();
  await expect.element(chart.getByRole('button', { name: /^Block-STM on 64 lanes/ })).toBeInTheDocument();
  // The best engine stops at its bound, so that the law doesn't describe it: told, and not drawn.
  await expect.element(view().getByText(/Even the closest, [\d.]+% serial, is off by up to/)).toBeVisible();
  await expect.element(chart.getByText(/Amdahl/)).not.toBeInTheDocument();
  await expect.poll(() => view().getByRole('status').elements().length, { timeout: 30_000 }).toBe(0);
  await expectAccessibleInBothThemes(view().element());

  const { svg, png } = await saveAll();
  expect(await svg.text()).not.toMatch(/var\(|color-mix|color\(|rgb\(/);
  const words = await wordsOf(svg);
  expect(words).toContain('Mixed DeFi block: speed-up against lanes');
  expect(words).toMatch(
    /Modelled time, in gas\. 12 transactions on 1, 2, 4, 8, 16, 32, 64 lanes: One lane · Your lanes · /,
  );
  expect((await createImageBitmap(png)).width).toBe(2400);

  // From the first mark of One lane down to Your lanes, and two points on: 4 lanes.
  (chart.getByRole('button', { name: /^One lane on 1 lane:/ }).element() as unknown as SVGElement).focus();
  await expect.element(view().getByText(/Also here: Your lanes · /)).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{Enter}');
  await expect.element(view()).not.toBeInTheDocument();
  expect(settings()).toMatchObject({ engine: 'lanes', lanes: 4 });
});

test('sweep: a line for each engine, cancellable, its block can be opened', async () => {
  await openCompare();
  await view().getByRole('radio', { name: 'Sweep' }).click();
  await view().getByRole('textbox', { name: 'Transactions' }).fill('10');
  await view().getByRole('textbox', { name: 'Seeds' }).fill('2');
  await view().getByRole('button', { name: 'Start the sweep' }).click();
  await expect.element(view().getByText(/18 of 18 blocks on 8 lanes/)).toBeVisible();
  await expect.element(view().getByRole('table')).toBeVisible();
  await expectAccessibleInBothThemes(view().element());

  // Its figures are kept while another page is looked at, and what isn't run yet is told from them.
  await view().getByRole('radio', { name: 'Side by side' }).click();
  await expect.element(view().getByText(/18 of 18 blocks/)).not.toBeVisible();
  await view().getByRole('radio', { name: 'Sweep' }).click();
  await expect.element(view().getByText(/18 of 18 blocks/)).toBeVisible();
  await expect.element(view().getByText(/hasn’t been run yet/)).not.toBeInTheDocument();
  await view().getByRole('textbox', { name: 'Seeds' }).fill('1');
  await expect.element(view().getByText(/hasn’t been run yet/)).toBeVisible();

  await view()
    .getByRole('button', { name: /^Block-STM at 1\.5:/ })
    .click();
  await expect.element(view()).not.toBeInTheDocument();
  const { scenario } = opened.app.document.getState();
  expect(scenario.transactions).toHaveLength(10);
  expect(scenario.settings).toMatchObject({ engine: 'block-stm', lanes: 8 });
});

test('begins with what was chosen earlier in the visit, and anew where that is no choice', async () => {
  opened.app.visit.set('engines side by side', ['dag', 'in-order']);
  opened.app.visit.set('lanes side by side', [0, 'many']);
  await openCompare();
  const chosen = (group: string) =>
    [...view().getByRole('group', { name: group }).element().querySelectorAll('label')]
      .filter((label) => label.querySelector('input')?.checked)
      .map((label) => label.textContent);
  expect(chosen('Engines')).toHaveLength(2);
  expect(chosen('Lanes')).toEqual([String(settings().lanes)]);
});
