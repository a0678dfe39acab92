import { useDraggable } from '@dnd-kit/react';
import { Pin, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { TxIndex } from '../../model/ids.ts';
import type { TxId } from '../../model/scenario.ts';
import { useDocument, useView } from '../common/app-context.tsx';
import controls from '../common/controls.module.css';
import { usePresentation } from '../common/use-presentation.ts';
import type { CardData } from '../board/DragScope.tsx';
import { IndexBadge } from './IndexBadge.tsx';
import { StatusMark } from './StatusMark.tsx';
import styles from './TxCard.module.css';

interface TxCardProps {
  readonly id: TxId;
  readonly domId: string;
  readonly index: TxIndex;
  readonly count: number;
  readonly top: string;
  readonly selected: boolean;
  /** The one that keys act on. */
  readonly active: boolean;
  /** Being carried: its place stays visible, empty. */
  readonly lifted: boolean;
}

export const TxCard = memo(function TxCard(props: TxCardProps) {
  const { id, index } = props;
  const { ref } = useDraggable<CardData & Record<string, unknown>>({ id: `block:${id}`, data: { id, from: 'block' } });
  const presentation = usePresentation();
  const lane = useDocument(({ scenario }) => scenario.pins[id] ?? null);
  const problem = useDocument((state) => state.problems.find(({ tx }) => tx === id)?.message ?? null);
  const lit = useView(({ hovered }) => hovered !== null && 'tx' in hovered && hovered.tx === index);
  const gas = presentation.gasOf(index);
  const title = presentation.txTitle(index);
  const subtitle = presentation.txSubtitle(index);

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list; a card that scrolled away would take it along
    <div
      ref={ref}
      id={props.domId}
      className={styles.card}
      style={{ top: props.top }}
      role="option"
      aria-selected={props.selected}
      aria-posinset={index + 1}
      aria-setsize={props.count}
      data-index={index}
      data-card={id}
      data-selected={props.selected || undefined}
      data-active={props.active || undefined}
      data-lit={lit || undefined}
      data-lifted={props.lifted || undefined}
    >
      <IndexBadge index={index} color={presentation.txColor(index)} />
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.subtitle}>
          {problem === null ? subtitle : <span className={styles.problem}>{problem}</span>}
          {gas !== null && problem === null && <span className={styles.gas}>{shortGas(gas)} gas</span>}
        </span>
      </span>
      <span className={styles.marks}>
        {problem !== null && <TriangleAlert className={styles.problem} size={14} aria-label="Problem" />}
        {lane !== null && (
          <span className={styles.pin} title={`Pinned to lane ${lane + 1}`}>
            <Pin size={11} aria-hidden="true" />
            <span className={controls.visuallyHidden}>pinned to lane </span>
            {lane + 1}
          </span>
        )}
        <StatusMark index={index} />
      </span>
    </div>
  );
});

function shortGas(gas: number): string {
  return gas < 1000 ? String(gas) : `${Math.round(gas / 1000).toLocaleString('en')}k`;
}
