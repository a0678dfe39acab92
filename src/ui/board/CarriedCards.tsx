import { useEffect, useRef } from 'react';
import type { TxId } from '../../model/scenario.ts';
import { txIndex } from '../../model/ids.ts';
import { IndexBadge } from '../block/IndexBadge.tsx';
import { useDocument } from '../common/app-context.tsx';
import { usePresentation } from '../common/use-presentation.ts';
import styles from './DragScope.module.css';
import { useCarry } from './drag-store.ts';

/** What hangs from the pointer during a drag: the first card, and how many come along. */
export function CarriedCards({ pointer }: { pointer: { readonly current: { x: number; y: number } } }) {
  const ids = useCarry((carry) => (carry?.via === 'pointer' ? carry.ids : null));
  return ids ? <Carried ids={ids} pointer={pointer} /> : null;
}

function Carried({ ids, pointer }: { ids: readonly TxId[]; pointer: { readonly current: { x: number; y: number } } }) {
  const element = useRef<HTMLDivElement>(null);
  const presentation = usePresentation();
  const first = useDocument((state) => state.scenario.transactions.findIndex((tx) => tx.id === ids[0]));

  useEffect(() => {
    let frame = 0;
    const follow = (): void => {
      const card = element.current;
      const x = Math.min(pointer.current.x + 10, innerWidth - (card?.offsetWidth ?? 0) - 4);
      if (card) card.style.transform = `translate(${x}px, ${pointer.current.y + 6}px)`;
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [pointer]);

  const tx = txIndex(first);
  return (
    <div ref={element} className={styles.carried} data-carried aria-hidden="true">
      <IndexBadge index={tx} color={presentation.txColor(tx)} />
      <span className={styles.title}>{presentation.txTitle(tx)}</span>
      {ids.length > 1 && <span className={styles.more}>+ {ids.length - 1}</span>}
    </div>
  );
}
