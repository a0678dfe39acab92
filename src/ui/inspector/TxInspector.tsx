import { transaction as texts } from '#texts/transaction.ts';
import type { TxIndex } from '../../model/ids.ts';
import { late } from '../common/late.tsx';
import { usePresentation } from '../common/use-presentation.ts';
import { CallText } from './CallText.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import styles from './Inspector.module.css';
import { LogList } from './LogList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { Problems } from './Problems.tsx';
import { ReadTable } from './ReadTable.tsx';
import { ReceiptLine } from './ReceiptLine.tsx';
import { RunList } from './RunList.tsx';
import { useTxFacts } from './use-tx-facts.ts';
import { WhyBox } from './WhyBox.tsx';
import { WriteTable } from './WriteTable.tsx';

const OpcodeTrace = late(() => import('./OpcodeTrace.tsx').then((m) => m.OpcodeTrace));

/** One transaction: what it did, why it waited or started over, what it read and wrote. */
export function TxInspector({ tx }: { tx: TxIndex }) {
  const names = usePresentation();
  const facts = useTxFacts(tx);
  if (!facts) return null;
  const { execution, executed, story } = facts;
  return (
    <article>
      <div className={styles.top}>
        <span className={styles.label}>
          {texts.transaction}
          {tx}
        </span>
        <span className={styles.mono}>{names.txSubtitle(tx)}</span>
      </div>
      <h2 className={styles.title}>{names.txTitle(tx)}</h2>
      <CallText tx={facts.scenarioTx} />
      {execution && <ReceiptLine execution={execution} tx={facts.scenarioTx} />}
      {execution?.kind !== 'invalid' && <Problems id={facts.scenarioTx.id} />}
      <WhyBox facts={facts} />
      {execution && <ReadTable recording={execution.recording} story={story} />}
      {execution && <WriteTable recording={execution.recording} />}
      <Neighbours id={facts.scenarioTx.id} tx={tx} />
      {story && <RunList story={story} time={facts.time} />}
      {execution?.kind === 'executed' && execution.receipt.logs.length > 0 && <LogList logs={execution.receipt.logs} />}
      {executed && <OpcodeTrace executed={executed} />}
      <CopyButtons tx={tx} execution={execution} />
    </article>
  );
}
