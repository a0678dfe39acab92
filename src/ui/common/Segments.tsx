import { RadioGroup } from 'radix-ui';
import { Hint } from './Hint.tsx';
import styles from './controls.module.css';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint: string;
}

/** One of a few, all visible. Arrow keys move and choose, as in every radio group. */
export function Segments<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly segments: readonly Segment<T>[];
  readonly onChange: (value: T) => void;
}) {
  const choose = (value: string): void => {
    const segment = props.segments.find((s) => s.value === value);
    if (segment) props.onChange(segment.value);
  };
  return (
    <RadioGroup.Root
      className={styles.segments}
      aria-label={props.label}
      value={props.value}
      onValueChange={choose}
      orientation="horizontal"
    >
      {props.segments.map(({ value, label, hint }) => (
        <Hint key={value} text={hint}>
          <RadioGroup.Item className={styles.segment} value={value}>
            {label}
          </RadioGroup.Item>
        </Hint>
      ))}
    </RadioGroup.Root>
  );
}
