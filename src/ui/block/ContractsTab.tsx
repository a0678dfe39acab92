import { ChevronRight, Plus, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { composing as texts } from '#texts/composing.ts';
import type { ContractInstance } from '../../model/scenario.ts';
import { contractColors } from '../../store/contract-colors.ts';
import {
  addLibraryContract,
  codeChoices,
  nameProblem,
  removeContract,
  renameContract,
  replaceCode,
} from '../../store/edits.ts';
import { LIBRARY, LIBRARY_IDS } from '../../workloads/library.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { argumentTypes } from './argument-types.ts';
import bar from './BlockTab.module.css';
import styles from './ContractsTab.module.css';
import { InlineField } from './InlineField.tsx';
import { StorageTable } from './StorageTable.tsx';

/** The contracts deployed before the block, with their storage by names. */
export function ContractsTab() {
  const scenario = useDocument((state) => state.scenario);
  const { contracts } = scenario;
  const colors = contractColors(scenario, null);
  return (
    <div className={bar.whole} data-control="contract">
      <div className={bar.tools}>
        <span className={bar.summary}>{texts.storageBeforeTheBlock}</span>
        <AddContract />
      </div>
      <ul className={styles.list} aria-label={texts.contracts}>
        {contracts.map((contract) => (
          <ContractRow key={contract.address} contract={contract} color={colors.get(contract.address) ?? 0} />
        ))}
        {contracts.length === 0 && <li className={styles.empty}>{texts.noContractsTheBlockCan}</li>}
      </ul>
    </div>
  );
}

function AddContract() {
  const app = useApp();
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button type="button" className={bar.tool}>
          <Plus aria-hidden="true" size={13} />
          {texts.add}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls.menu} align="start" sideOffset={4} collisionPadding={8}>
          {LIBRARY_IDS.map((id) => (
            <DropdownMenu.Item
              key={id}
              className={controls.item}
              onSelect={() => app.edit(texts.addTitled(LIBRARY[id].title), (s) => addLibraryContract(s, id))}
            >
              <span>
                <span className={controls.itemTitle}>{LIBRARY[id].title}</span>
                <span className={controls.itemNote}>{LIBRARY[id].teaches}</span>
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function ContractRow({ contract, color }: { contract: ContractInstance; color: number }) {
  const app = useApp();
  const [open, setOpen] = useState(false);
  const { name } = contract;

  const remove = (): void => {
    const before = app.document.getState().scenario.transactions.length;
    app.edit(texts.removeNamed(name), (s) => removeContract(s, name, argumentTypes));
    const calls = before - app.document.getState().scenario.transactions.length;
    if (calls > 0) {
      app.notify({
        kind: 'info',
        title: texts.contractIsRemoved(name),
        message: texts.removedFromTheBlockToo(calls),
        action: { label: texts.undo, run: app.undo },
      });
    }
  };
  return (
    <li className={styles.contract}>
      <div className={styles.head}>
        <Button
          look="quiet"
          small
          icon
          aria-label={texts.storageOf(name)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} aria-hidden className={styles.chevron} data-open={open || undefined} />
        </Button>
        <span className={styles.swatch} style={{ background: `var(--contract-${color})` }} />
        <span className={styles.words}>
          <InlineField
            className={styles.name}
            label={texts.nameOfContract(name)}
            value={name}
            check={(text) => nameProblem(app.document.getState().scenario, text, name)}
            onChange={(text) =>
              app.edit(texts.renameContractTo(name, text), (s) => renameContract(s, name, text, argumentTypes))
            }
          />
          <CodeOf contract={contract} />
        </span>
        <Button look="quiet" small icon aria-label={texts.removeNamedButton(name)} onClick={remove}>
          <Trash2 size={13} aria-hidden />
        </Button>
      </div>
      {open && <StorageTable contract={contract} />}
    </li>
  );
}

/** What the contract is, and, where another one of the library would do for the block's calls, the choice of it. */
function CodeOf({ contract }: { contract: ContractInstance }) {
  const app = useApp();
  const scenario = useDocument((state) => state.scenario);
  const { name, contract: code } = contract;
  const title = 'library' in code ? titleOf(code.library) : code.artifact.name;
  const choices = 'library' in code ? codeChoices(scenario, contract) : [];
  if (choices.length < 2 || !('library' in code)) {
    const entries = Object.keys(contract.storage).length;
    return (
      <span className={styles.title}>
        {title} · {entries.toLocaleString('en')} {entries === 1 ? texts.entry : texts.entries}
      </span>
    );
  }
  return (
    <select
      className={styles.code}
      aria-label={texts.codeOf(name)}
      value={code.library}
      onChange={({ target }) => {
        const id = choices.find((choice) => choice === target.value);
        if (id) app.edit(texts.giveCode(name, titleOf(id)), (s) => replaceCode(s, name, id));
      }}
    >
      {choices.map((id) => (
        <option key={id} value={id}>
          {titleOf(id)}
        </option>
      ))}
    </select>
  );
}

function titleOf(id: string): string {
  return LIBRARY_IDS.find((known) => known === id) ? LIBRARY[id as keyof typeof LIBRARY].title : id;
}
