import { differences as texts } from '#texts/differences.ts';
import type { TxReceipt } from '../../model/execution.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { Value } from '../../model/location.ts';
import { formatInteger, shortHex } from '../../model/naming/index.ts';
import type { BlockResult, Difference, RunReport } from '../../model/run.ts';
import { phrase, type Phrase, theTx } from '../../texts/phrase.ts';
import { LocationRef } from '../common/LocationRef.tsx';
import { PhraseText } from '../common/PhraseText.tsx';
import { TxRef } from '../common/TxRef.tsx';
import { useDecoder } from '../common/use-decoder.ts';
import { useRunPresentation } from '../common/use-presentation.ts';
import styles from './DifferencesDialog.module.css';

type ListDifference = Extract<Difference, { kind: 'list' }>;
type StateDifference = Extract<Difference, { kind: 'state' }>;
type ReceiptDifference = Extract<Difference, { kind: 'receipt' }>;

export function StateRow({ difference }: { difference: StateDifference }) {
  const names = useRunPresentation();
  const { location, serial, run } = difference;
  return (
    <tr>
      <td>
        <LocationRef location={location} />
      </td>
      <td className={styles.value}>{names.valueText(location, serial)}</td>
      <td className={styles.value}>{names.valueText(location, run)}</td>
      <td>
        <PhraseText parts={reason(difference)} />
      </td>
    </tr>
  );
}

/** Whose write stands, whose should, and whose were lost. */
function reason({ serialWriter, runWriter, lost }: StateDifference): Phrase {
  const stands = runWriter === null ? texts.nothingWasWritten : texts.wroteLast(theTx(runWriter));
  const should = serialWriter === null || serialWriter === runWriter ? phrase`` : texts.should(theTx(serialWriter));
  const gone = lost.flatMap((tx, i) => phrase`${i === 0 ? texts.lost : ', '}${theTx(tx)}`);
  return phrase`${stands}${should}${gone}`;
}

/** An entry of the block access list: what the transactions made it, and what was given. */
export function ListRow({ difference }: { difference: ListDifference }) {
  const names = useRunPresentation();
  const { location, index, given, produced } = difference;
  const text = (value: Value | null): string =>
    value === null ? texts.noEntry : index === undefined ? 'named' : names.valueText(location, value);
  return (
    <tr>
      <td>
        <LocationRef location={location} />
      </td>
      <td className={styles.value}>{text(produced)}</td>
      <td className={styles.value}>{text(given)}</td>
      <td>
        <IndexText index={index} />
      </td>
    </tr>
  );
}

function IndexText({ index }: { index: number | undefined }) {
  if (index === undefined) return texts.readOnly;
  if (index === 0) return texts.beforeTheBlock;
  return (
    <>
      {index}
      {texts.after}
      <TxRef tx={txIndex(index - 1)} />
    </>
  );
}

export function ReceiptRow({ difference, report }: { difference: ReceiptDifference; report: RunReport }) {
  const names = useRunPresentation();
  const { tx, field } = difference;
  return (
    <tr>
      <td>
        {FIELD_NAMES[field]}
        {texts.of}
        <TxRef tx={tx} />
      </td>
      <td className={styles.value}>
        <FieldText difference={difference} text={difference.serial} result={report.serial} other={report.result} />
      </td>
      <td className={styles.value}>
        <FieldText difference={difference} text={difference.run} result={report.result} other={report.serial} />
      </td>
      <td>{names.txTitle(tx)}</td>
    </tr>
  );
}

const FIELD_NAMES: Readonly<Record<ReceiptDifference['field'], string>> = {
  success: 'success',
  gasUsed: 'gas',
  logs: 'logs',
  output: texts.returnValue,
  validity: 'validity',
};

function FieldText(props: {
  readonly difference: ReceiptDifference;
  readonly text: string;
  readonly result: BlockResult;
  readonly other: BlockResult;
}) {
  const { difference, text } = props;
  if (difference.field === 'output') return outputText(text);
  if (difference.field !== 'logs') return text;
  return <LogsText mine={receiptOf(props.result, difference.tx)} other={receiptOf(props.other, difference.tx)} />;
}

/** A word that is a small number is shown as one. */
function outputText(output: string): string {
  return output.length === 66 ? formatInteger(BigInt(output), true) : shortHex(output);
}

function receiptOf(result: BlockResult, tx: TxIndex): TxReceipt | null {
  const execution = result.executions[tx];
  return execution?.kind === 'executed' ? execution.receipt : null;
}

/** Only the logs that differ from the other's at the same place. */
function LogsText({ mine, other }: { mine: TxReceipt | null; other: TxReceipt | null }) {
  const decoder = useDecoder();
  const logs = mine?.logs ?? [];
  const own = logs.filter((log, i) => JSON.stringify(log) !== JSON.stringify(other?.logs[i]));
  if (own.length === 0) return 'none';
  return own.map((log, i) => {
    const decoded = decoder.log(log);
    const text = decoded
      ? `${decoded.contract} ${decoded.name}(${decoded.args.map(({ value }) => value).join(', ')})`
      : `${shortHex(log.address)} ${shortHex(log.data)}`;
    return <div key={i}>{text}</div>;
  });
}
