import { type ReactNode, useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { HandoutOf } from '../../store/app.ts';
import { useApp } from '../common/app-context.tsx';
import { LessonHandout } from './LessonHandout.tsx';
import styles from './Handout.module.css';
import { RunHandout } from './RunHandout.tsx';

/** A hand-out on its way to the printer: it is there for as long as the browser's print dialog is open. */
export function Handout({ of }: { readonly of: HandoutOf }) {
  return of === 'run' ? (
    <Sheet>{(ready) => <RunHandout onReady={ready} />}</Sheet>
  ) : (
    <Sheet>{(ready) => <LessonHandout id={of.lesson} onReady={ready} />}</Sheet>
  );
}

/** Outside of the page, which isn't printed. The sheet is printed once it says that it is complete. */
function Sheet({ children }: { readonly children: (ready: () => void) => ReactNode }) {
  const app = useApp();
  useEffect(() => {
    const done = (): void => app.print(null);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, [app]);
  return createPortal(<article className={styles.sheet}>{children(printSoon)}</article>, document.body);
}

/** The next frame has the sheet laid out. */
function printSoon(): void {
  requestAnimationFrame(() => window.print());
}
