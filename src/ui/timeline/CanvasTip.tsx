import { useLayoutEffect, useRef, useState } from 'react';
import styles from './CanvasTip.module.css';

export interface CanvasTipContent {
  readonly title: string;
  readonly when: string;
  readonly outcome: readonly string[];
  /** The pointer's place within the tip's parent. */
  readonly x: number;
  readonly y: number;
}

const DISTANCE = 14;
const EDGE = 4;

/** A note beside the pointer, on the side where there is room. For the eye only: the keyboard's way is spoken by a live region. */
export function CanvasTip({ tip }: { tip: CanvasTipContent }) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    const room = element?.parentElement;
    if (!element || !room) return;
    const right = tip.x + DISTANCE;
    const left = right + element.offsetWidth <= room.clientWidth ? right : tip.x - DISTANCE - element.offsetWidth;
    const below = tip.y + DISTANCE;
    const above = tip.y - DISTANCE - element.offsetHeight;
    const fits = below + element.offsetHeight + EDGE <= room.clientHeight;
    const top = fits || above < EDGE ? Math.min(below, room.clientHeight - element.offsetHeight - EDGE) : above;
    setPlace({ left: Math.max(EDGE, left), top: Math.max(EDGE, top) });
  }, [tip]);
  return (
    <div ref={box} className={styles.tip} style={place} aria-hidden>
      <strong>{tip.title}</strong>
      {tip.when && <span className={styles.when}>{tip.when}</span>}
      {tip.outcome.map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </div>
  );
}
