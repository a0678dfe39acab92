import { memo, useLayoutEffect, useRef } from 'react';
import type { TxIndex } from '../../model/ids.ts';
import type { TxId } from '../../model/scenario.ts';
import { useView } from '../common/app-context.tsx';
import controls from '../common/controls.module.css';
import { MarkSign } from '../common/MarkSign.tsx';
import { usePresentation } from '../common/use-presentation.ts';
import styles from './Board.module.css';
import { contractFill } from './contract-fill.ts';
import { useDrag } from './drag-store.ts';
import { travelFrom } from './travel.ts';

interface BoardCardProps {
  readonly id: TxId;
  readonly domId: string;
  readonly tx: TxIndex;
  readonly left: number;
  readonly width: number;
  readonly active: boolean;
  readonly conflicts: boolean;
  readonly lit: boolean;
  readonly lifted: boolean;
}

/** A card on a lane: as wide as its gas, in its contract's colour, as its span in the timeline will be. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { id, tx } = props;
  const drag = useDrag();
  const element = useRef<HTMLDivElement>(null);
  const presentation = usePresentation();
  const selected = useView((state) => state.selected.includes(tx));
  const mark = useView((state) => state.marks.transactions.get(tx));

  useLayoutEffect(() => {
    const origin = drag.takeOrigin(id);
    if (origin && element.current) travelFrom(origin, element.current);
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: cards lie by their gas, not in a table's columns
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the grid; a card that scrolled away would take it along
    <div
      ref={element}
      id={props.domId}
      className={styles.card}
      style={{
        left: `calc(var(--label) + ${props.left}px)`,
        width: props.width - 3,
        ...contractFill(presentation.txColor(tx)),
      }}
      role="gridcell"
      aria-selected={selected}
      title={presentation.txTitle(tx)}
      data-index={tx}
      data-card={id}
      data-selected={selected || undefined}
      data-lit={props.lit || undefined}
      data-mark={mark}
      data-active={props.active || undefined}
      data-conflicts={props.conflicts || undefined}
      data-lifted={props.lifted || undefined}
    >
      <span className={styles.index}>{tx}</span>
      {mark && mark !== 'spot' && <MarkSign mark={mark} />}
      <span className={styles.name}>{presentation.txSubtitle(tx)}</span>
      <span className={controls.visuallyHidden}>{presentation.txTitle(tx)}</span>
    </div>
  );
});
