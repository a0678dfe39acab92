import { Plus, Trash2 } from 'lucide-react';
import { memo, useRef } from 'react';
import { composing as texts } from '#texts/composing.ts';
import type { Address } from '../../model/ids.ts';
import type { ScenarioAccount } from '../../model/scenario.ts';
import {
  addAccount,
  countReferences,
  freeAddress,
  freeName,
  nameProblem,
  removeAccount,
  renameAccount,
  setAccount,
} from '../../store/edits.ts';
import { PEOPLE } from '../../workloads/name-book.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { argumentTypes } from './argument-types.ts';
import styles from './AccountsTab.module.css';
import bar from './BlockTab.module.css';
import { InlineField } from './InlineField.tsx';
import { AmountError, amountText, parseAmount } from './parse-amount.ts';
import { useWindow } from './use-window.ts';

const ROW_REM = 2.5;
const NEW_BALANCE = 100n * 10n ** 18n;

/** Who there is before the block, and what they have. */
export function AccountsTab() {
  const app = useApp();
  const accounts = useDocument((state) => state.scenario.accounts);
  const list = useRef<HTMLDivElement>(null);
  const { from, to } = useWindow(list, ROW_REM, accounts.length);

  const add = (): void => {
    app.edit(texts.addAnAccount, (s) => {
      const taken = new Set(s.accounts.map(({ name }) => name));
      const name = freeName(s, PEOPLE.find((person) => !taken.has(person)) ?? 'person');
      return addAccount(s, { name, address: freeAddress(s, name), balance: NEW_BALANCE, nonce: 0n });
    });
    requestAnimationFrame(() => list.current?.scrollTo({ top: list.current.scrollHeight }));
  };
  return (
    <div className={bar.whole} data-control="contract">
      <div className={bar.tools}>
        <span className={bar.summary}>{texts.balancesInEth}</span>
        <button type="button" className={bar.tool} onClick={add}>
          <Plus aria-hidden="true" size={13} />
          {texts.add}
        </button>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are drawn only where seen, which a table can't */}
      <div className={styles.list} ref={list} role="list" aria-label={texts.accounts}>
        <div role="presentation" style={{ position: 'relative', height: `${accounts.length * ROW_REM}rem` }}>
          {accounts.slice(from, to).map((account, offset) => (
            <AccountRow key={account.address} account={account} top={`${(from + offset) * ROW_REM}rem`} />
          ))}
        </div>
        {accounts.length === 0 && <p className={styles.empty}>{texts.noAccountsNobodyCanSend}</p>}
      </div>
    </div>
  );
}

const AccountRow = memo(function AccountRow({ account, top }: { account: ScenarioAccount; top: string }) {
  const app = useApp();
  const { address, name, balance } = account;
  const shown = name ?? `${address.slice(0, 6)}…${address.slice(-4)}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the list
    <div className={styles.row} role="listitem" style={{ top }} title={address}>
      <InlineField
        className={styles.name}
        label={texts.nameOf(shown)}
        value={name ?? ''}
        placeholder={shown}
        check={(text) => nameProblem(app.document.getState().scenario, text, name)}
        onChange={(text) =>
          app.edit(texts.renameTo(shown, text), (s) => renameAccount(s, address, text, argumentTypes))
        }
      />
      <InlineField
        className={styles.balance}
        label={texts.balanceOfInEth(shown)}
        value={amountText(balance, 'ether')}
        check={balanceProblem}
        onChange={(text) =>
          app.edit(texts.changeTheBalanceOf(shown), (s) =>
            setAccount(s, address, { balance: parseAmount(text, 'ether') }),
          )
        }
      />
      <Button look="quiet" small icon aria-label={texts.remove(shown)} onClick={() => remove(address, shown)}>
        <Trash2 size={13} aria-hidden />
      </Button>
    </div>
  );

  function remove(of: Address, called: string): void {
    const { scenario } = app.document.getState();
    const { transactions } = countReferences(scenario, name ?? address);
    app.edit(texts.removeAccount(called), (s) => removeAccount(s, of, argumentTypes));
    if (transactions > 0) {
      app.notify({
        kind: 'info',
        title: texts.isRemoved(called),
        message: texts.theAddressStandsThereNow(transactions, called, address),
        action: { label: texts.undo, run: app.undo },
      });
    }
  }
});

function balanceProblem(text: string): string | null {
  try {
    return parseAmount(text, 'ether') < 0n ? texts.expectedOrMore : null;
  } catch (error) {
    if (error instanceof AmountError) return error.message;
    throw error;
  }
}
