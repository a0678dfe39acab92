import { transaction as texts } from '#texts/transaction.ts';
import { formatEther, shortHex } from '../../model/naming/index.ts';
import type { ScenarioTx } from '../../model/scenario.ts';
import styles from './Inspector.module.css';
import { useDecoder } from '../common/use-decoder.ts';

/** The call as it was made: function, arguments by name, ether sent. */
export function CallText({ tx }: { tx: ScenarioTx }) {
  const decoded = useDecoder().call(tx);
  const value = tx.kind === 'signed' ? tx.tx.value : tx.value;
  const data = tx.kind === 'signed' ? tx.tx.data : tx.kind === 'raw' ? tx.data : null;
  return (
    <p className={styles.call}>
      {decoded ? (
        <>
          <b>
            {decoded.contract}.{decoded.name}
          </b>
          (
          {decoded.args.map(({ name, value: text }, i) => (
            <span key={i}>
              {i > 0 && ', '}
              {name !== '' && `${name}: `}
              <b>{text}</b>
            </span>
          ))}
          )
        </>
      ) : (
        data !== null && data !== '0x' && <DataText data={data} />
      )}
      {value > 0n && tx.kind !== 'pay' && (
        <>
          {' '}
          {texts.with}
          <b>{formatEther(value)}</b>
        </>
      )}
    </p>
  );
}

/** Calldata that no known ABI explains. */
function DataText({ data }: { data: string }) {
  const bytes = (data.length - 2) / 2;
  return (
    <>
      <b>{bytes >= 4 ? data.slice(0, 10) : shortHex(data)}</b>, {bytes.toLocaleString('en')}
      {texts.bytesOfData}
    </>
  );
}
