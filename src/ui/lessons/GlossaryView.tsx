import { ExternalLink } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { lessons as texts } from '#texts/lessons.ts';
import type { Glossary, Term } from '../../lessons/glossary.ts';
import controls from '../common/controls.module.css';
import screen from '../common/ScreenView.module.css';
import { ScreenView } from '../common/ScreenView.tsx';
import styles from './GlossaryView.module.css';
import { takeTarget } from './glossary-target.ts';
import { useGlossary } from './use-glossary.ts';

/** Every term, with its sources. */
export function GlossaryView({ onClose }: { readonly onClose: () => void }) {
  const glossary = useGlossary();
  const [query, setQuery] = useState('');
  const [target, setTarget] = useState(takeTarget);
  const shown = useMemo(() => glossary?.terms.filter((term) => matches(term, query)) ?? [], [glossary, query]);

  return (
    <ScreenView
      title={texts.glossary}
      note={texts.glossaryNote}
      close={texts.backToTheBench}
      onClose={onClose}
      head={
        <input
          type="search"
          className={`${controls.field} ${styles.search}`}
          aria-label={texts.search}
          placeholder={texts.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      }
    >
      <div className={screen.body}>
        <p className={controls.visuallyHidden} role="status">
          {glossary ? texts.found(shown.length) : ''}
        </p>
        <dl className={styles.terms}>
          {shown.map((term) => (
            <Entry
              key={term.term}
              term={term}
              glossary={glossary as Glossary}
              target={term.term === target}
              onGo={(word) => {
                setQuery('');
                setTarget(word);
              }}
            />
          ))}
        </dl>
      </div>
    </ScreenView>
  );
}

function Entry(props: {
  readonly term: Term;
  readonly glossary: Glossary;
  readonly target: boolean;
  readonly onGo: (term: string) => void;
}) {
  const { term, glossary, target, onGo } = props;
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!target) return;
    ref.current?.scrollIntoView({ block: 'center' });
    ref.current?.focus();
  }, [target]);
  return (
    <div className={styles.entry} data-target={target || undefined}>
      <dt ref={ref} tabIndex={-1}>
        {term.term}
        {term.forms.length > 0 && <span className={styles.forms}>{term.forms.join(', ')}</span>}
      </dt>
      <dd>
        <p>{term.definition}</p>
        <p className={styles.more}>
          {term.seeAlso.length > 0 && (
            <span>
              {texts.seeAlso}{' '}
              {term.seeAlso.map((word, i) => (
                <span key={word}>
                  {i > 0 && ', '}
                  <button
                    type="button"
                    className={controls.link}
                    onClick={() => onGo(glossary.find(word)?.term ?? word)}
                  >
                    {word}
                  </button>
                </span>
              ))}
            </span>
          )}
          {term.source && (
            <span>
              {texts.source}{' '}
              {term.source.url ? (
                <a href={term.source.url} target="_blank" rel="noreferrer">
                  {term.source.label} <ExternalLink size={11} aria-hidden />
                </a>
              ) : (
                term.source.label
              )}
            </span>
          )}
        </p>
      </dd>
    </div>
  );
}

function matches({ term, forms, definition }: Term, query: string): boolean {
  const words = query.trim().toLowerCase();
  return [term, ...forms, definition].some((text) => text.toLowerCase().includes(words));
}
