import { useRef } from 'react';
import { trace as texts } from '#texts/trace.ts';
import type { TraceStep } from '../../evm/trace.ts';
import { useWindow } from '../block/use-window.ts';
import { LocationRef } from '../common/LocationRef.tsx';
import styles from './TraceTable.module.css';

/** Height of a row, rem; as in the style sheet. */
const PITCH = 1.5;
/** So many digits of a word are shown; all of them when pointed at. */
const DIGITS = 12;

/** Any number of opcodes, of which only those in view are drawn. */
export function TraceTable({ steps }: { steps: readonly TraceStep[] }) {
  const list = useRef<HTMLElement>(null);
  const { from, to, pitch } = useWindow(list, PITCH, steps.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={list} className={styles.scroll} aria-label={texts.table} tabIndex={0}>
      <table className={styles.table} aria-rowcount={steps.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{texts.pc}</th>
            <th scope="col">{texts.op}</th>
            <th scope="col">{texts.gas}</th>
            <th scope="col">{texts.touches}</th>
            <th scope="col">{texts.top}</th>
            <th scope="col">{texts.depth}</th>
          </tr>
        </thead>
        <tbody>
          <Space rows={from} pitch={pitch} />
          {steps.slice(from, to).map((step, i) => (
            <Row key={from + i} step={step} index={from + i} />
          ))}
          <Space rows={steps.length - to} pitch={pitch} />
        </tbody>
      </table>
    </section>
  );
}

/** In place of rows that aren't in view. */
function Space({ rows, pitch }: { rows: number; pitch: number }) {
  if (rows <= 0) return null;
  return (
    <tr>
      <td colSpan={6} style={{ height: rows * pitch, padding: 0 }} />
    </tr>
  );
}

function Row({ step, index }: { step: TraceStep; index: number }) {
  const { pc, name, cost, gasLeft, depth, stack, stackSize, memoryWords, location } = step;
  const words = stack.map((word) => `0x${word.toString(16)}`);
  return (
    <tr aria-rowindex={index + 2}>
      <td>{pc}</td>
      <th scope="row" style={{ paddingLeft: `${depth * 0.75}rem` }}>
        {name}
      </th>
      <td title={texts.left(gasLeft.toLocaleString('en'), memoryWords)}>{cost.toLocaleString('en')}</td>
      <td>{location && <LocationRef location={location} />}</td>
      <td title={words.length > 0 ? texts.words(words.join(' '), stackSize) : texts.empty}>
        {shorten(words[0] ?? '')}
      </td>
      <td>{depth}</td>
    </tr>
  );
}

const shorten = (word: string): string => (word.length > DIGITS + 2 ? `${word.slice(0, DIGITS + 1)}…` : word);
