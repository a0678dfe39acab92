import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { composing as texts } from '#texts/composing.ts';
import { encodeStorage } from '../../model/naming/index.ts';
import type { ContractInstance } from '../../model/scenario.ts';
import { setContract } from '../../store/edits.ts';
import { artifactOf } from '../../workloads/library.ts';
import { createNameBook } from '../../workloads/name-book.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import styles from './ContractsTab.module.css';
import { InlineField } from './InlineField.tsx';
import { AmountError, amountText, parseAmount } from './parse-amount.ts';

/** Rows shown at once; the filter finds the others. */
const MOST_ROWS = 60;

/** A contract's storage before the block: path → value, by names. */
export function StorageTable({ contract }: { contract: ContractInstance }) {
  const app = useApp();
  const [filter, setFilter] = useState('');
  const [path, setPath] = useState('');
  const [value, setValue] = useState('');
  const { name, storage, balance } = contract;
  const entries = Object.entries(storage);
  const found = filter === '' ? entries : entries.filter(([key]) => key.toLowerCase().includes(filter.toLowerCase()));
  const variables = artifactOf(contract)?.storageLayout.storage.map(({ label }) => label) ?? [];
  const problem = path === '' && value === '' ? null : entryProblem(path, value);

  function entryProblem(at: string, text: string): string | null {
    const layout = artifactOf(contract)?.storageLayout;
    if (!layout) return texts.thisContractsStorageLayoutIs;
    let first: string | null = null;
    const book = createNameBook(app.document.getState().scenario);
    encodeStorage(layout, { [at]: text }, book.resolve, (message) => {
      first ??= message;
    });
    return first;
  }
  const put = (label: string, next: ContractInstance['storage']): void =>
    app.edit(label, (s) => setContract(s, name, { storage: next }));
  const add = (): void => {
    if (path === '' || problem !== null) return;
    put(texts.set(name, path), { ...storage, [path]: value });
    setPath('');
    setValue('');
  };

  return (
    <div className={styles.storage}>
      {entries.length > 10 && (
        <input
          className={styles.filter}
          type="search"
          aria-label={texts.findInTheStorageOf(name)}
          placeholder={texts.findAnEntry}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.path}>{texts.path}</th>
            <th>{texts.value}</th>
            <th className={styles.act} aria-label={texts.removeButton} />
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <span className={styles.note}>{texts.balanceEth}</span>
            </td>
            <td>
              <InlineField
                className={styles.cell}
                label={texts.etherBalanceOf(name)}
                value={amountText(balance, 'ether')}
                check={etherProblem}
                onChange={(text) =>
                  app.edit(texts.changeTheBalanceOfContract(name), (s) =>
                    setContract(s, name, { balance: parseAmount(text, 'ether') }),
                  )
                }
              />
            </td>
            <td />
          </tr>
          {found.slice(0, MOST_ROWS).map(([key, text]) => (
            <tr key={key}>
              <td>
                <InlineField
                  className={styles.cell}
                  label={texts.pathOfKey(key)}
                  value={key}
                  check={(next) => entryProblem(next, text)}
                  onChange={(next) =>
                    put(
                      texts.moveTo(name, key, next),
                      Object.fromEntries(entries.map(([k, v]) => [k === key ? next : k, v])),
                    )
                  }
                />
              </td>
              <td>
                <InlineField
                  className={styles.cell}
                  label={texts.valueOf(key)}
                  value={text}
                  check={(next) => entryProblem(key, next)}
                  onChange={(next) => put(texts.setKey(name, key), { ...storage, [key]: next })}
                />
              </td>
              <td>
                <Button
                  look="quiet"
                  small
                  icon
                  aria-label={texts.removeKeyButton(key)}
                  onClick={() =>
                    put(texts.removeKey(name, key), Object.fromEntries(entries.filter(([k]) => k !== key)))
                  }
                >
                  <Trash2 size={12} aria-hidden />
                </Button>
              </td>
            </tr>
          ))}
          <tr>
            <td>
              <input
                className={styles.filter}
                aria-label={texts.pathOfANewEntry}
                placeholder={variables[0] === undefined ? texts.pathColumn : `${variables.at(-1)}…`}
                list={`variables-${name}`}
                value={path}
                onChange={(event) => setPath(event.target.value)}
                onKeyDown={(event) => event.key === 'Enter' && add()}
              />
              <datalist id={`variables-${name}`}>
                {variables.map((label) => (
                  <option key={label} value={label} />
                ))}
              </datalist>
            </td>
            <td>
              <input
                className={styles.filter}
                aria-label={texts.valueOfANewEntry}
                placeholder={texts.valueColumn}
                value={value}
                onChange={(event) => setValue(event.target.value)}
                onKeyDown={(event) => event.key === 'Enter' && add()}
              />
            </td>
            <td>
              <Button
                look="quiet"
                small
                icon
                aria-label={texts.addTheEntry}
                disabled={path === '' || problem !== null}
                onClick={add}
              >
                <Plus size={12} aria-hidden />
              </Button>
            </td>
          </tr>
        </tbody>
      </table>
      {problem !== null && path !== '' && (
        <p className={styles.note} role="status">
          {problem}
        </p>
      )}
      {found.length > MOST_ROWS && (
        <p className={styles.note}>
          {(found.length - MOST_ROWS).toLocaleString('en')}
          {texts.moreFindThemByName}
        </p>
      )}
    </div>
  );
}

function etherProblem(text: string): string | null {
  try {
    return parseAmount(text, 'ether') < 0n ? texts.expectedOrMore : null;
  } catch (error) {
    if (error instanceof AmountError) return error.message;
    throw error;
  }
}
