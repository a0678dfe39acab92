import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { composing as texts } from '#texts/composing.ts';
import { formatEther } from '../../model/naming/index.ts';
import type { Scenario } from '../../model/scenario.ts';
import { useDocument } from '../common/app-context.tsx';
import styles from './AccountField.module.css';
import type { FieldIds } from './Field.tsx';
import field from './Field.module.css';

interface AccountFieldProps {
  readonly ids: FieldIds;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Contracts can be called and paid, but don't send. */
  readonly contracts: boolean;
}

/** Options shown at once; typing narrows them. */
const MOST_OPTIONS = 50;

/** A combobox of the scenario's accounts and contracts; an address may be typed instead. */
export function AccountField({ ids, value, onChange, contracts }: AccountFieldProps) {
  const scenario = useDocument((state) => state.scenario);
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [typed, setTyped] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const options = open ? optionsOf(scenario, contracts, typed ? value : '') : [];

  const show = (filter: boolean): void => {
    setTyped(filter);
    setOpen(true);
  };
  const choose = (name: string): void => {
    onChange(name);
    setOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!open) show(false);
      const next = Math.min(options.length - 1, Math.max(0, active + (key === 'ArrowDown' ? 1 : -1)));
      setActive(next);
      box.current?.querySelector(`[data-option="${next}"]`)?.scrollIntoView({ block: 'nearest' });
    } else if (key === 'Enter' && open && options[active]) choose(options[active].value);
    // Escape closes the list first, then the dialog.
    else if (key === 'Escape' && open) {
      setOpen(false);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };

  return (
    <div className={styles.box} ref={box}>
      <input
        {...ids}
        className={field.input}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && options[active] ? `${listId}-${active}` : undefined}
        placeholder={texts.nameOr0xAddress}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setActive(0);
          show(true);
        }}
        onClick={() => show(false)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div className={styles.list} id={listId} role="listbox" aria-label={texts.accounts} hidden={options.length === 0}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
          <div
            key={option.value}
            id={`${listId}-${index}`}
            className={styles.option}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            data-option={index}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option.value)}
          >
            {option.label}
            <span className={styles.note}>{option.note}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

function optionsOf(scenario: Scenario, contracts: boolean, filter: string) {
  const word = filter.trim().toLowerCase();
  const people = scenario.accounts.map(({ name, address, balance }) => ({
    value: name ?? address,
    label: name ?? `${address.slice(0, 10)}…${address.slice(-4)}`,
    note: formatEther(balance),
  }));
  const code = contracts
    ? scenario.contracts.map(({ name }) => ({ value: name, label: name, note: texts.contract }))
    : [];
  const found = [...people, ...code].filter(({ value }) => value.toLowerCase().includes(word));
  return found.slice(0, MOST_OPTIONS);
}
