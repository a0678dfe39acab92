import { transaction as texts } from '#texts/transaction.ts';
import type { Log } from '../../model/execution.ts';
import { shortHex } from '../../model/naming/index.ts';
import { useRunPresentation } from '../common/use-presentation.ts';
import styles from './Inspector.module.css';
import { useDecoder } from '../common/use-decoder.ts';

/** More than this many logs are counted. */
const SHOWN = 12;

/** The events it emitted: decoded where the contract is known. */
export function LogList({ logs }: { logs: readonly Log[] }) {
  return (
    <section className={styles.section}>
      <h3>{texts.logs}</h3>
      <ul className={styles.list}>
        {logs.slice(0, SHOWN).map((log, i) => (
          <li key={i} className={styles.call}>
            <LogText log={log} />
          </li>
        ))}
        {logs.length > SHOWN && (
          <li className={styles.dim}>
            {texts.and}
            {logs.length - SHOWN}
            {texts.more}
          </li>
        )}
      </ul>
    </section>
  );
}

function LogText({ log }: { log: Log }) {
  const decoded = useDecoder().log(log);
  const names = useRunPresentation();
  if (!decoded) {
    return (
      <>
        {names.addressName(log.address)} <b>{shortHex(log.topics[0] ?? 'log')}</b>, {(log.data.length - 2) / 2}
        {texts.bytes}
      </>
    );
  }
  return (
    <>
      {decoded.contract} <b>{decoded.name}</b>(
      {decoded.args.map(({ name, value }) => (name === '' ? value : `${name}: ${value}`)).join(', ')})
    </>
  );
}
