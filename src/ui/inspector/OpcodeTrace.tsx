import { useEffect, useRef, useState } from 'react';
import { trace as texts } from '#texts/trace.ts';
import type { Job } from '../../drivers/runner.ts';
import type { Trace } from '../../evm/trace.ts';
import type { FinalExecution } from '../../model/execution.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import styles from './Inspector.module.css';
import { TraceTable } from './TraceTable.tsx';
import type { Executed } from './use-tx-facts.ts';

type State =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'working'; readonly job: Job<Trace> }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly trace: Trace };

const UNASKED: State = { kind: 'unasked' };

/** Every opcode of the transaction, when asked for: tracing is several times slower than executing. */
export function OpcodeTrace({ executed: { block, settings, tx, execution } }: { executed: Executed }) {
  const app = useApp();
  const [{ of, found }, setFound] = useState<{ of: FinalExecution; found: State }>({ of: execution, found: UNASKED });
  // A trace of what is no longer on the screen isn't shown.
  const state = of === execution ? found : UNASKED;
  const setState = (next: State): void => setFound({ of: execution, found: next });
  const asked = useRef<Job<Trace> | null>(null);
  useEffect(() => () => asked.current?.cancel(), []);

  const start = async (): Promise<void> => {
    const job = app.trace({ block, settings, tx, reads: execution.recording.reads });
    asked.current = job;
    setState({ kind: 'working', job });
    const outcome = await job.outcome;
    if (outcome.kind === 'done') setState({ kind: 'done', trace: outcome.value });
    else if (outcome.kind === 'cancelled') setState(UNASKED);
    else setState({ kind: 'failed', message: outcome.kind === 'failed' ? outcome.message : outcome.refusal.message });
  };

  return (
    <section className={styles.section} aria-label={texts.title}>
      <h3>{texts.title}</h3>
      {(state.kind === 'unasked' || state.kind === 'failed') && (
        <Button small title={texts.hint} onClick={() => void start()}>
          {texts.show}
        </Button>
      )}
      {state.kind === 'working' && (
        <p role="status" className={styles.dim}>
          {texts.atWork}{' '}
          <Button small onClick={state.job.cancel}>
            {texts.cancel}
          </Button>
        </p>
      )}
      {state.kind === 'failed' && <p role="alert">{texts.failed(state.message)}</p>}
      {state.kind === 'done' && <Found trace={state.trace} execution={execution} />}
    </section>
  );
}

function Found({ trace, execution }: { trace: Trace; execution: FinalExecution }) {
  const { steps, count } = trace;
  if (count === 0) return <p className={styles.dim}>{texts.none}</p>;
  const all = count.toLocaleString('en');
  return (
    <>
      <p role="status" className={styles.dim}>
        {steps.length < count ? texts.first(steps.length.toLocaleString('en'), all) : texts.opcodes(all)}
      </p>
      {gasOf(trace.execution) !== gasOf(execution) && <p role="alert">{texts.differs}</p>}
      <TraceTable steps={steps} />
    </>
  );
}

function gasOf(execution: Trace['execution']): number | null {
  return execution.kind === 'executed' ? execution.receipt.gasUsed : null;
}
