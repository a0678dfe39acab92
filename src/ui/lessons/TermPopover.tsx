import { ExternalLink } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { lessons as texts } from '#texts/lessons.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { hintPlace } from '../common/hint-place.ts';
import { lookUp } from './glossary-target.ts';
import styles from '../common/Term.module.css';
import { useGlossary } from './use-glossary.ts';

/** What a term means, beside the word that was asked about. Escape, or a click elsewhere, closes it. */
export function TermPopover(props: {
  readonly term: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}) {
  const { term: word, anchor, onClose } = props;
  const app = useApp();
  const glossary = useGlossary();
  const ref = useRef<HTMLDivElement>(null);
  const found = glossary?.find(word);

  // What asks to be closed may be a new function at each rendering.
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const onToggle = (event: Event): void => {
      if ((event as ToggleEvent).newState === 'closed') close.current();
    };
    element.addEventListener('toggle', onToggle);
    element.showPopover();
    element.focus();
    return () => element.removeEventListener('toggle', onToggle);
  }, []);
  useLayoutEffect(() => {
    const [element, word] = [ref.current, anchor.current];
    if (!element || !word) return;
    const room = { width: window.innerWidth, height: window.innerHeight };
    const { left, top } = hintPlace(word.getBoundingClientRect(), element.getBoundingClientRect(), room);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [anchor, found]);

  return createPortal(
    <div
      ref={ref}
      popover="auto"
      role="dialog"
      aria-label={word}
      tabIndex={-1}
      className={styles.popover}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Else Escape would also clear the selection behind it.
        event.stopPropagation();
        ref.current?.hidePopover();
        anchor.current?.focus();
      }}
    >
      {glossary && !found && <p>{texts.noSuchTerm(word)}</p>}
      {found && (
        <>
          <h3>{found.term}</h3>
          <p>{found.definition}</p>
          {found.source && (
            <p className={styles.source}>
              {texts.source}{' '}
              {found.source.url ? (
                <a href={found.source.url} target="_blank" rel="noreferrer">
                  {found.source.label} <ExternalLink size={11} aria-hidden />
                </a>
              ) : (
                found.source.label
              )}
            </p>
          )}
        </>
      )}
      <div className={styles.actions}>
        <Button
          small
          onClick={() => {
            lookUp(found?.term ?? null);
            app.show('glossary');
            onClose();
          }}
        >
          {texts.inTheGlossary}
        </Button>
        <Button small look="quiet" onClick={() => ref.current?.hidePopover()}>
          {texts.close}
        </Button>
      </div>
    </div>,
    document.body,
  );
}
