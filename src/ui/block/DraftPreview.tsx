import { useMemo } from 'react';
import { composing as texts } from '#texts/composing.ts';
import { formatEther } from '../../model/naming/index.ts';
import type { Scenario, ScenarioTx } from '../../model/scenario.ts';
import type { NewTx } from '../../store/edits.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { createDecoder } from '../../workloads/decode-call.ts';
import own from './TransactionDialog.module.css';

/** More calldata than this nobody reads. */
const SHOWN_HEX = 1000;

/** What the draft comes to: the call in words, its calldata, and what the block builder says of it. */
export function DraftPreview({ scenario, tx }: { scenario: Scenario; tx: NewTx | null }) {
  const built = useMemo(() => {
    if (!tx) return null;
    // Alone: nonces of others don't concern it, and a long block would be built at every key.
    const whole = { ...tx, id: 'draft' } as ScenarioTx;
    const { nonce: _nonce, ...alone } = whole.kind === 'signed' ? { nonce: undefined, ...whole } : whole;
    const { block, problems } = buildBlock({
      ...scenario,
      transactions: [alone as ScenarioTx],
      pins: {},
      laneOrder: [],
    });
    return { tx: whole, ready: block?.transactions[0], problems: problems.filter((problem) => problem.tx === 'draft') };
  }, [scenario, tx]);
  if (!built) return null;
  const call = createDecoder(scenario).call(built.tx);
  const { ready, problems } = built;
  return (
    <div className={own.preview}>
      {built.tx.kind !== 'signed' && (
        <p className={own.call}>
          {built.tx.from}
          {call
            ? ` → ${call.contract}.${call.name}(${call.args.map(({ name, value }) => (name ? `${name}: ${value}` : value)).join(', ')})`
            : ` → ${('to' in built.tx && built.tx.to) || texts.newContract}`}
          {built.tx.value > 0n && ` · ${formatEther(built.tx.value)}`}
          {ready && texts.gasLimit(ready.gasLimit.toLocaleString('en'))}
        </p>
      )}
      {ready && ready.data !== '0x' && (
        <p className={own.data}>
          {ready.data.slice(0, SHOWN_HEX)}
          {ready.data.length > SHOWN_HEX && '…'}
        </p>
      )}
      {problems.map(({ message }) => (
        <p key={message} className={own.warning}>
          {message.replace(/^transaction \d+: /, '')}
        </p>
      ))}
    </div>
  );
}
