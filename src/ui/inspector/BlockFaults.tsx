import { Fragment } from 'react';
import { inspector as texts } from '#texts/inspector.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { HeaderCheck } from '../../model/run.ts';
import { useRun } from '../common/app-context.tsx';
import { useAnalysis } from '../common/use-analysis.ts';
import { TxRef } from '../common/TxRef.tsx';
import styles from './Inspector.module.css';

/** The rest is counted. */
const MOST_NAMED = 8;

/** What isn't right about the block itself: transactions that can't be in it, a header that says otherwise. */
export function BlockFaults() {
  const analysis = useAnalysis();
  const report = useRun(({ report }) => report);
  const executions = analysis?.serial.executions ?? [];
  const invalid = executions.flatMap(({ kind }, tx) => (kind === 'invalid' ? [txIndex(tx)] : []));
  // What comes of an engine that loses updates is no fault of the block.
  const claims = analysis && report?.check.equal ? failedClaims(report.header) : [];
  if (invalid.length === 0 && claims.length === 0) return null;
  return (
    <div className={styles.why}>
      {invalid.length > 0 && <InvalidOnes invalid={invalid} />}
      {claims.length > 0 && (
        <p>
          <strong>{texts.itDoesNotGiveWhat}</strong>
          {texts.other}
          {claims.join(texts.otherMark)}
          {texts.eitherTheBlockWasChanged}
        </p>
      )}
    </div>
  );
}

function InvalidOnes({ invalid }: { invalid: readonly TxIndex[] }) {
  const more = invalid.length - MOST_NAMED;
  return (
    <p>
      <strong>
        {invalid.length === 1 ? texts.aTransaction : texts.transactions(invalid.length.toLocaleString('en'))}
        {texts.cantBeInThisBlock}
      </strong>{' '}
      {invalid.slice(0, MOST_NAMED).map((tx, place) => (
        <Fragment key={tx}>
          {place > 0 && ', '}
          <TxRef tx={tx} />
        </Fragment>
      ))}
      {more > 0 && texts.andMore(more.toLocaleString('en'))}
      {texts.chooseOneToSeeWhy}
    </p>
  );
}

function failedClaims(header: HeaderCheck): string[] {
  return [
    ...(header.gasUsed === false ? [texts.gasUsed] : []),
    ...(header.receiptsRoot === false ? ['receipts'] : []),
    ...(header.logsBloom === false ? ['logs'] : []),
  ];
}
