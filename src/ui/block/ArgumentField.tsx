import type { AbiParameter } from '../../model/artifact.ts';
import { AccountField } from './AccountField.tsx';
import { Field } from './Field.tsx';
import styles from './Field.module.css';
import { amountHelp } from './parse-amount.ts';

interface ArgumentFieldProps {
  readonly input: AbiParameter;
  readonly position: number;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One argument of a call, by its ABI type. */
export function ArgumentField({ input, position, value, error, onChange }: ArgumentFieldProps) {
  const { type } = input;
  const label = input.name || `argument ${position + 1}`;
  const isNumber = /^u?int\d+$/.test(type);
  return (
    <Field label={label} note={type} error={error} help={isNumber ? amountHelp(value) : helpOf(type)}>
      {(ids) => {
        if (type === 'address') return <AccountField ids={ids} value={value} onChange={onChange} contracts />;
        if (type === 'bool') {
          return (
            <select {...ids} className={styles.input} value={value} onChange={(event) => onChange(event.target.value)}>
              {value !== 'true' && value !== 'false' && <option value={value}>choose</option>}
              <option value="true">true</option>
              <option value="false">false</option>
            </select>
          );
        }
        if (type.endsWith(']') || type.startsWith('tuple') || type === 'bytes') {
          return (
            <textarea
              {...ids}
              className={styles.area}
              spellCheck={false}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
          );
        }
        return (
          <input
            {...ids}
            className={isNumber || type.startsWith('bytes') ? styles.mono : styles.input}
            spellCheck={false}
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}

function helpOf(type: string): string | null {
  if (type.endsWith(']')) return 'a list, like [alice, bob] or [1, 2]';
  if (type.startsWith('tuple')) return 'the members in brackets, like [alice, 1000]';
  if (type === 'bytes') return 'hex, like 0x1234; 0x for none';
  const [, size] = /^bytes(\d+)$/.exec(type) ?? [];
  return size === undefined ? null : `${size} bytes of hex`;
}
