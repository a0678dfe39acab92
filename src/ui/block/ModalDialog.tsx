import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { composing as texts } from '#texts/composing.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import styles from './ModalDialog.module.css';

interface ModalDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, at the foot, always in view. */
  readonly actions: ReactNode;
  readonly onClose: () => void;
  /** Enter in a field, or the submit button among the actions. */
  readonly onSubmit: () => void;
}

/** A form in the browser's own modal dialog: focus stays in it, Escape and the backdrop close it, and focus goes back. */
export function ModalDialog({ title, children, actions, onClose, onSubmit }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Before it leaves the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    element.showModal();
    return () => element.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <header className={styles.header}>
          <h2 id={titleId} className={controls.dialogTitle}>
            {title}
          </h2>
          <Button look="quiet" icon aria-label={texts.close} onClick={onClose}>
            <X size={16} aria-hidden />
          </Button>
        </header>
        <div className={styles.body}>{children}</div>
        <footer className={styles.footer}>{actions}</footer>
      </form>
    </dialog>
  );
}
