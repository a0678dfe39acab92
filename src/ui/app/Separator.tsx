import { type KeyboardEvent, type PointerEvent, useReducer } from 'react';
import type { PanelSize } from './panel-sizes.ts';
import styles from './Panels.module.css';
import type { PanelSizeControl } from './use-panel-sizes.ts';

/** Px that one press of an arrow key moves an edge. */
const KEY_STEP = 16;

/** An edge between panels: drag it, move it with the arrow keys, double-click or Enter to put it back. */
export function Separator(props: {
  readonly className: string | undefined;
  readonly label: string;
  /** Which side of the page the panel measured is on. */
  readonly side: 'left' | 'right' | 'top';
  readonly size: PanelSize;
  readonly sizes: PanelSizeControl;
}) {
  const { side, size, sizes } = props;
  const [, render] = useReducer((n: number) => n + 1, 0);
  const vertical = side !== 'top';

  const moveBy = (px: number, from = sizes.get(size)): void => {
    if (side === 'top') sizes.set(size, from + (px / sizes.height()) * 100);
    else sizes.set(size, from + (side === 'right' ? -px : px));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const element = event.currentTarget;
    const at = (e: { clientX: number; clientY: number }): number => (vertical ? e.clientX : e.clientY);
    const [start, from] = [at(event), sizes.get(size)];
    const move = (e: globalThis.PointerEvent): void => moveBy(at(e) - start, from);
    const stop = (): void => {
      element.removeEventListener('pointermove', move);
      render();
    };
    element.setPointerCapture(event.pointerId);
    element.addEventListener('pointermove', move);
    element.addEventListener('lostpointercapture', stop, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -KEY_STEP, ArrowUp: -KEY_STEP, ArrowRight: KEY_STEP, ArrowDown: KEY_STEP }[event.key];
    if (step !== undefined) moveBy(step);
    else if (event.key === 'Enter') sizes.reset(size);
    else return;
    event.preventDefault();
    render();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can't be focused and moved
    <div
      className={`${styles.separator} ${props.className ?? ''}`}
      role="separator"
      aria-label={props.label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(sizes.get(size))}
      aria-valuemin={vertical ? 200 : 20}
      aria-valuemax={vertical ? 1000 : 85}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={() => {
        sizes.reset(size);
        render();
      }}
    />
  );
}
