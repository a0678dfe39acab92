import { type ReactNode, useId } from 'react';
import { Hint } from './Hint.tsx';
import styles from './controls.module.css';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  /** What it is called where there is room, if the label is a part of that. */
  readonly name?: string;
  readonly hint: string;
}

/** One of a few, all visible: the browser's own radio buttons, drawn as a bar. */
export function Segments<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly segments: readonly Segment<T>[];
  readonly onChange: (value: T) => void;
  /** At the end of the bar. */
  readonly children?: ReactNode;
}) {
  const name = useId();
  return (
    <div className={styles.segments} role="radiogroup" aria-label={props.label}>
      {props.segments.map(({ value, label, name: fullName, hint }) => (
        <Hint key={value} text={hint}>
          <label className={styles.segment}>
            <input
              type="radio"
              className={styles.segmentInput}
              name={name}
              aria-label={fullName}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            {label}
          </label>
        </Hint>
      ))}
      {props.children}
    </div>
  );
}
