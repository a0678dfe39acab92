import { composing as texts } from '#texts/composing.ts';
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
  const label = input.name || texts.argument(position + 1);
  const isNumber = /^u?int\d+$/.test(type);
  return (
    <Field label={label} note={type} error={error} help={isNumber ? amountHelp(value) : helpOf(type)}>
      {(ids) => {
        if (type === 'address') return <AccountField ids={ids} value={value} onChange={onChange} contracts />;
        if (type === 'bool') {
          return (
            <select {...ids} className={styles.input} value={value} onChange={(event) => onChange(event.target.value)}>
              {value !== 'true' && value !== 'false' && <option value={value}>{texts.choose}</option>}
              <option value="true">{texts.true}</option>
              <option value="false">{texts.false}</option>
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
  if (type.endsWith(']')) return texts.aListLikeAliceBob;
  if (type.startsWith('tuple')) return texts.theMembersInBracketsLike;
  if (type === 'bytes') return texts.hexLike0x12340xFor;
  const [, size] = /^bytes(\d+)$/.exec(type) ?? [];
  return size === undefined ? null : texts.bytesOfHex(size);
}
