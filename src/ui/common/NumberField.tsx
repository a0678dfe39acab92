import { useState } from 'react';
import { common as texts } from '#texts/common.ts';
import styles from './controls.module.css';

/** A whole number in a range. What is typed counts as soon as it is one; until then the field says that it isn't. */
export function NumberField(props: {
  readonly id: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const isValid = (text: string): boolean => {
    const value = Number(text);
    return text.trim() !== '' && Number.isInteger(value) && value >= props.least && value <= props.most;
  };
  return (
    <input
      id={props.id}
      className={styles.field}
      inputMode="numeric"
      value={typed ?? props.value}
      aria-invalid={typed !== null && !isValid(typed)}
      title={texts.aWholeNumberFromTo(props.least, props.most.toLocaleString('en'))}
      onChange={(event) => {
        setTyped(event.target.value);
        if (isValid(event.target.value)) props.onChange(Number(event.target.value));
      }}
      // What counts is shown again.
      onBlur={() => setTyped(null)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') setTyped(null);
      }}
    />
  );
}
