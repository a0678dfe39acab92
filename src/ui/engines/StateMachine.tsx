import { useId, useMemo } from 'react';
import { enginePanel as texts } from '#texts/engine-panel.ts';
import { describeMachine, type Machine, type StateId } from './machine.ts';
import { layOutMachine, NODE, WIDTH } from './machine-layout.ts';
import styles from './EnginePanel.module.css';

export interface StateMachineProps {
  readonly machine: Machine;
  /** The state of the transaction followed; null when none is. */
  readonly lit: StateId | null;
  /** How many transactions of the run are in each state. */
  readonly counts: ReadonlyMap<StateId, number>;
}

/** The states of a transaction as a picture. */
export function StateMachine({ machine, lit, counts }: StateMachineProps) {
  const { height, states, arrows } = useMemo(() => layOutMachine(machine), [machine]);
  const description = useMemo(() => describeMachine(machine), [machine]);
  const tip = useId();
  const text = useId();
  return (
    <>
      <svg
        className={styles.machine}
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={texts.stateMachineOfATransaction}
        aria-describedby={text}
      >
        <defs>
          <marker id={tip} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path className={styles.tip} d="M0,0 L8,4 L0,8 Z" />
          </marker>
        </defs>
        {arrows.map(({ from, to, path, label, labelX, labelY }) => (
          <g key={`${from} ${to}`}>
            <path className={styles.arrow} d={path} markerEnd={`url(#${tip})`} />
            <text className={styles.arrowLabel} x={labelX} y={labelY}>
              {label}
            </text>
          </g>
        ))}
        {states.map(({ id, label, x, y }) => (
          <g key={id} className={styles.state} data-state={id} data-lit={id === lit}>
            <rect x={x - NODE.width / 2} y={y - NODE.height / 2} width={NODE.width} height={NODE.height} rx={8} />
            <text x={x} y={y + 4}>
              {label}
              {(counts.get(id) ?? 0) > 0 && <tspan className={styles.count}> {counts.get(id)}</tspan>}
            </text>
          </g>
        ))}
      </svg>
      <p className={styles.hidden} id={text}>
        {description}
      </p>
    </>
  );
}
