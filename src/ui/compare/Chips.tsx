import { comparing as texts } from '#texts/comparing.ts';
import styles from './Chips.module.css';

interface ChipsProps<T> {
  readonly label: string;
  readonly all: readonly T[];
  readonly chosen: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly hintOf?: (value: T) => string;
  readonly onChange: (chosen: readonly T[]) => void;
}

/** Some of a few, all visible: the browser's own checkboxes, drawn as chips. At least one stays chosen. */
export function Chips<T extends string | number>({ label, all, chosen, nameOf, hintOf, onChange }: ChipsProps<T>) {
  const toggle = (value: T): void => {
    const next = all.filter((other) => (other === value ? !chosen.includes(value) : chosen.includes(other)));
    if (next.length > 0) onChange(next);
  };
  return (
    <fieldset className={styles.chips}>
      <legend>{label}</legend>
      {all.map((value) => {
        const checked = chosen.includes(value);
        const stays = checked && chosen.length === 1;
        const hint = [hintOf?.(value), stays && texts.oneStaysChosen].filter(Boolean).join(' ');
        return (
          <label key={value} className={styles.chip} data-hint={hint || undefined}>
            <input
              type="checkbox"
              checked={checked}
              aria-disabled={stays || undefined}
              onChange={() => toggle(value)}
            />
            {nameOf(value)}
          </label>
        );
      })}
    </fieldset>
  );
}
