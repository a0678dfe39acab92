import type { TxId } from '../../model/scenario.ts';
import { useDocument } from '../common/app-context.tsx';
import styles from './Inspector.module.css';

/** What is wrong with the transaction as composed. */
export function Problems({ id }: { id: TxId }) {
  const problems = useDocument((state) => state.problems.filter(({ tx }) => tx === id));
  return problems.map(({ message }) => (
    <p key={message} className={styles.note}>
      {message}
    </p>
  ));
}
