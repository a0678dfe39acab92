import { Pin, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { block as texts } from '#texts/block.ts';
import type { TxIndex } from '../../model/ids.ts';
import type { Mark } from '../../model/mark.ts';
import type { TxId } from '../../model/scenario.ts';
import controls from '../common/controls.module.css';
import type { Presentation } from '../../store/presentation.ts';
import { MarkSign } from '../common/MarkSign.tsx';
import { IndexBadge } from './IndexBadge.tsx';
import { shortGas } from './short-gas.ts';
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
  /** Under the pointer, in whichever view. */
  readonly lit: boolean;
  /** A prediction, or what a text speaks of. */
  readonly mark: Mark | null;
  /** Being carried: its place stays visible, empty. */
  readonly lifted: boolean;
  /** The lane it is pinned to. */
  readonly lane: number | null;
  readonly problem: string | null;
  readonly presentation: Presentation;
}

export const TxCard = memo(function TxCard(props: TxCardProps) {
  const { id, index, presentation, lane, problem } = props;
  const gas = presentation.gasOf(index);
  const title = presentation.txTitle(index);
  const subtitle = presentation.txSubtitle(index);

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list; a card that scrolled away would take it along
    <div
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
      data-lit={props.lit || undefined}
      data-lifted={props.lifted || undefined}
      data-mark={props.mark ?? undefined}
    >
      <IndexBadge index={index} color={presentation.txColor(index)} />
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.subtitle}>
          {problem === null ? subtitle : <span className={styles.problem}>{problem}</span>}
          {gas !== null && problem === null && (
            <span className={styles.gas}>
              {shortGas(gas)}
              {texts.gasUnit}
            </span>
          )}
        </span>
      </span>
      <span className={styles.marks}>
        {props.mark && props.mark !== 'spot' && <MarkSign mark={props.mark} />}
        {problem !== null && <TriangleAlert className={styles.problem} size={14} aria-label={texts.problemMark} />}
        {lane !== null && (
          <span className={styles.pin} title={texts.pinnedToLane(lane + 1)}>
            <Pin size={11} aria-hidden="true" />
            <span className={controls.visuallyHidden}>{texts.pinnedToLaneBefore}</span>
            {lane + 1}
          </span>
        )}
        <StatusMark index={index} />
      </span>
    </div>
  );
});
