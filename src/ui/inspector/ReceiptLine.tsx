import { Ban, Check, CornerDownLeft } from 'lucide-react';
import { transaction as texts } from '#texts/transaction.ts';
import type { FinalExecution, InvalidReason, TxReceipt } from '../../model/execution.ts';
import { shortHex } from '../../model/naming/index.ts';
import type { ScenarioTx, TxId } from '../../model/scenario.ts';
import { useDocument } from '../common/app-context.tsx';
import styles from './Inspector.module.css';
import { nameLocations } from './name-locations.ts';
import { useDecoder } from '../common/use-decoder.ts';
import { useRunPresentation } from '../common/use-presentation.ts';

/** How it ended. */
export function ReceiptLine({ execution, tx }: { execution: FinalExecution; tx: ScenarioTx }) {
  if (execution.kind === 'invalid') return <InvalidBox reason={execution.reason} id={tx.id} />;
  const { receipt } = execution;
  return (
    <p className={styles.receipt}>
      {receipt.success ? (
        <span className={styles.ok}>
          <Check size={14} aria-hidden />
          {texts.success}
        </span>
      ) : (
        <span className={styles.failed}>
          <Ban size={14} aria-hidden /> {receipt.error ?? texts.failed} <ErrorText receipt={receipt} tx={tx} />
        </span>
      )}
      <span>
        {receipt.gasUsed.toLocaleString('en')}
        {texts.gas}
      </span>
      {receipt.createdAddress && (
        <span>
          {texts.created}
          <code>{shortHex(receipt.createdAddress)}</code>
        </span>
      )}
      {receipt.success && receipt.output !== '0x' && !receipt.createdAddress && (
        <span>
          <CornerDownLeft size={12} aria-label={texts.returned} /> <code>{shortHex(receipt.output)}</code>
        </span>
      )}
    </p>
  );
}

/** Why it has no place in the block: what was seen before the run, by name, else what the EVM said. */
function InvalidBox({ reason, id }: { reason: InvalidReason; id: TxId }) {
  const known = useDocument((state) => state.problems.filter(({ tx }) => tx === id).map(({ message }) => message));
  const { locationName } = useRunPresentation();
  const named = nameLocations(reason.message, locationName);
  return (
    <div className={styles.why}>
      <p>
        <strong>{texts.itCantBeInThis}</strong>
      </p>
      {(known.length > 0 ? known : [named]).map((message) => (
        <p key={message}>{message}</p>
      ))}
      {reason.code !== 'undeclared' && <p>{texts.itUsedNoGasAnd}</p>}
    </div>
  );
}

/** The contract's own error, in words. */
function ErrorText({ receipt, tx }: { receipt: TxReceipt; tx: ScenarioTx }) {
  const decoder = useDecoder();
  const to = useDocument(({ block, scenario }) => block?.transactions[scenario.transactions.indexOf(tx)]?.to);
  const error = decoder.error(to, receipt.output);
  if (!error) return null;
  const args = error.args.map(({ name, value }) => (name === '' ? value : `${name} ${value}`)).join(', ');
  return (
    <code>
      {error.name}({args})
    </code>
  );
}
