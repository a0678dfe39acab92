import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible } from '../../../tests/browser/axe.ts';
import { addLibraryContract, addTransactions } from '../../store/edits.ts';
import { createNewScenario } from '../../store/new-scenario.ts';
import { openTestPage, type TestPage } from '../board/test-page.tsx';

const scenario = addTransactions(addLibraryContract(createNewScenario(), 'token'), [
  { kind: 'pay', from: 'alice', to: 'bob', value: 10n ** 18n },
  { kind: 'call', from: 'bob', contract: 'USDC', function: 'transfer', args: ['carol', '5'], value: 0n },
]);

let opened: TestPage;
beforeEach(async () => {
  opened = await openTestPage(scenario);
});
afterEach(() => opened.close());

const block = () => page.getByRole('listbox', { name: 'Transactions in block order' });
const dialog = () => page.getByRole('dialog');
const field = (name: string | RegExp) => dialog().getByRole('textbox', { name });
const account = (name: string | RegExp) => dialog().getByRole('combobox', { name });
const button = (name: string) => dialog().getByRole('button', { name, exact: true });
const transactions = () => opened.app.document.getState().scenario.transactions;

async function openAdd(): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: 'Add', exact: true }));
  await expect.element(dialog()).toBeVisible();
}

describe('adding a transaction', () => {
  test('a call: what is missing or wrong is said at the field, and nothing is added until it is right', async () => {
    await openAdd();
    await userEvent.selectOptions(dialog().getByRole('combobox', { name: 'Function' }), 'transfer');
    await userEvent.click(button('Add'));
    await expect.element(dialog().getByText('amount is missing (uint256)').first()).toBeVisible();
    await userEvent.fill(field(/^amount/), 'lots');
    await expect
      .element(
        dialog()
          .getByText(/expected a number, like 1000.*got "lots"/)
          .first(),
      )
      .toBeVisible();
    expect(transactions()).toHaveLength(2);

    await userEvent.fill(account(/^to/), 'da');
    await userEvent.keyboard('{Enter}');
    await expect.element(account(/^to/)).toHaveValue('dave');
    await userEvent.fill(field(/^amount/), '1_500');
    await expect.element(dialog().getByText('= 1,500')).toBeVisible();
    await expect.element(dialog().getByText(/USDC\.transfer\(to: dave, amount: 1500\)/)).toBeVisible();
    await userEvent.click(button('Add'));
    expect(transactions()[2]).toEqual({
      kind: 'call',
      id: 't3',
      from: 'alice',
      contract: 'USDC',
      function: 'transfer',
      args: ['dave', '1500'],
      value: 0n,
    });
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(opened.app.view.getState().selected).toEqual([2]);
  });

  test('a payment in ether, many times over from one after another, as one step', async () => {
    await openAdd();
    await userEvent.click(dialog().getByRole('radio', { name: 'Payment' }));
    await userEvent.fill(account('To'), 'erin');
    await userEvent.fill(field('Value'), '0.25');
    await userEvent.fill(field('Repeat'), '4');
    await userEvent.click(dialog().getByRole('checkbox', { name: /different sender/ }));
    await userEvent.click(button('Add 4'));
    expect(transactions().slice(2)).toMatchObject([
      { from: 'alice', to: 'erin', value: 25n * 10n ** 16n },
      { from: 'bob' },
      { from: 'carol' },
      { from: 'dave' },
    ]);
    opened.app.undo();
    expect(transactions()).toHaveLength(2);
  });

  test('Escape closes the list of accounts first, then the dialog; focus goes back', async () => {
    await openAdd();
    await userEvent.click(account('From'));
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Add', exact: true })).toHaveFocus();
  });

  test('axe finds nothing serious in the dialogs', async () => {
    await openAdd();
    await userEvent.click(button('Add'));
    await expectAccessible();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(page.getByRole('button', { name: 'Generate' }));
    await expect.element(page.getByRole('dialog', { name: 'Generate a block' })).toBeVisible();
    await expectAccessible();
  });
});

describe('cards', () => {
  test('Enter edits, Delete deletes, Control D duplicates, Alt moves', async () => {
    await userEvent.click(block().getByRole('option').nth(1));
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog()).toBeVisible();
    await userEvent.fill(field(/^amount/), '7');
    await userEvent.click(button('Save'));
    expect(transactions()[1]).toMatchObject({ id: 't2', args: ['carol', '7'] });

    await userEvent.click(block().getByRole('option').nth(0));
    await userEvent.keyboard('{Control>}d{/Control}');
    expect(opened.order()).toBe('t1 t3 t2');
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(opened.order()).toBe('t1 t2 t3');
    await userEvent.keyboard('{Delete}');
    expect(opened.order()).toBe('t1 t2');
  });

  test('a transaction that can’t be built says why on its card', async () => {
    opened.app.edit('break', (s) => addTransactions(s, [{ kind: 'pay', from: 'nobody', to: 'bob', value: 1n }]));
    await expect.element(block().getByRole('option').nth(2)).toHaveTextContent(/no account is called "nobody"/);
  });
});

describe('generator', () => {
  test('replaces the block, or appends to it, by the numbers shown', async () => {
    await userEvent.click(page.getByRole('button', { name: 'Generate' }));
    await userEvent.fill(field('Transactions'), '30');
    await userEvent.fill(field('Accounts'), '12');
    await expect.element(dialog().getByRole('status')).toHaveTextContent('30 transactions among 12 accounts');
    await userEvent.click(button('Append'));
    expect(transactions()).toHaveLength(32);
    expect(opened.app.document.getState().problems).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Generate' }));
    await userEvent.click(button('Replace block'));
    expect(transactions()).toHaveLength(30);
    opened.app.undo();
    opened.app.undo();
    expect(opened.order()).toBe('t1 t2');
  });
});

describe('accounts and contracts', () => {
  test('renaming an account renames it everywhere; a bad name is explained and not taken', async () => {
    await userEvent.click(page.getByRole('tab', { name: /Accounts/ }));
    const name = page.getByRole('textbox', { name: 'Name of carol' });
    await userEvent.fill(name, 'bob');
    await expect.element(page.getByText(/bob is taken/)).toBeVisible();
    await userEvent.fill(name, 'zoe');
    await userEvent.keyboard('{Enter}');
    expect(transactions()[1]).toMatchObject({ args: ['zoe', '5'] });
    const balance = page.getByRole('textbox', { name: 'Balance of zoe in ETH' });
    await userEvent.fill(balance, '2.5');
    await userEvent.keyboard('{Enter}');
    expect(opened.app.document.getState().scenario.accounts.find((a) => a.name === 'zoe')?.balance).toBe(
      25n * 10n ** 17n,
    );
    await expectAccessible();
  });

  test('a contract from the library comes ready to be called; its storage is edited by names', async () => {
    await userEvent.click(page.getByRole('tab', { name: /Contracts/ }));
    await userEvent.click(page.getByRole('button', { name: 'Add', exact: true }));
    await userEvent.click(page.getByRole('menuitem', { name: /^Constant-product pool/ }));
    const names = () => opened.app.document.getState().scenario.contracts.map((contract) => contract.name);
    expect(names()).toEqual(['USDC', 'USDC2', 'pool']);
    await userEvent.click(page.getByRole('button', { name: 'Storage of pool' }));
    const reserve = page.getByRole('textbox', { name: 'Value of reserve0' });
    await userEvent.fill(reserve, 'many');
    await expect.element(page.getByText(/reserve0 \(uint256\): expected a whole number/)).toBeVisible();
    await userEvent.fill(reserve, '42');
    await userEvent.keyboard('{Enter}');
    expect(opened.app.document.getState().scenario.contracts[2]?.storage.reserve0).toBe('42');
    await expectAccessible();
  });
});
