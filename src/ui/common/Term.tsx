import { type ReactNode, useRef, useState } from 'react';
import { late } from './late.tsx';
import styles from './Term.module.css';

/** Fetched with the glossary when a term is first asked for: the page's own words are terms, too. */
const TermPopover = late(() => import('../lessons/TermPopover.tsx').then((m) => m.TermPopover));

/** A word of the field: a click or Enter tells what it means. */
export function Term({ term, children }: { readonly term: string; readonly children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={styles.term}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(!open);
        }}
      >
        {children ?? term}
      </button>
      {open && <TermPopover term={term} anchor={ref} onClose={() => setOpen(false)} />}
    </>
  );
}
