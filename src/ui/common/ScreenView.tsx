import { X } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './ScreenView.module.css';

interface ScreenViewProps extends Omit<ComponentProps<'section'>, 'title'> {
  /** What the view is called. */
  readonly title: string;
  /** Stands at the top; absent: the title. */
  readonly heading?: string;
  /** A sentence beside the heading. */
  readonly note?: ReactNode;
  /** What else stands in the header, before the button that closes. */
  readonly head?: ReactNode;
  /** Name of the button that closes, and what pointing at it says. */
  readonly close: string;
  readonly closeHint?: string;
  readonly onClose: () => void;
}

/**
 * A view over the panels and the playback, which come back when it is closed. Its heading has the focus when it opens; what had
 * it before gets it back if it was reached by keyboard (else keys mean the page), unless something else has taken it by then.
 */
export function ScreenView(props: ScreenViewProps) {
  const { title, heading = title, note, head, close, closeHint, onClose, children, ...section } = props;
  const top = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.querySelector<HTMLElement>(':focus-visible');
    top.current?.focus();
    return () => {
      if (document.activeElement === document.body) before?.focus();
    };
  }, []);
  return (
    <section className={styles.view} aria-label={title} {...section}>
      <header className={styles.head}>
        <h2 ref={top} tabIndex={-1}>
          {heading}
        </h2>
        {note !== undefined && <p className={styles.note}>{note}</p>}
        {head}
        <Button look="quiet" icon aria-label={close} title={closeHint} className={styles.close} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      {children}
    </section>
  );
}
