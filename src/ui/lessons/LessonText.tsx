import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import { figureOf, heldIn, txFigure } from '../../lessons/evaluate.ts';
import { locationNamed } from '../../lessons/scene.ts';
import type { Paragraph, TextNode } from '../../lessons/text.ts';
import { txIndex } from '../../model/ids.ts';
import type { LessonSession } from '../../store/lesson/session.ts';
import { LocationRef } from '../common/LocationRef.tsx';
import { TxRef } from '../common/TxRef.tsx';
import { useRunPresentation } from '../common/use-presentation.ts';
import { formatFigure } from './format-value.ts';
import styles from './LessonPanel.module.css';
import { Term } from '../common/Term.tsx';

const SessionContext = createContext<LessonSession | null>(null);

export function SessionProvider({ session, children }: { session: LessonSession; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

export function useSession(): LessonSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** A paragraph of a lesson: its marks live, figures those of the run on screen. */
export function LessonText({ text }: { readonly text: Paragraph }) {
  return text.map((node, i) => {
    const stop = stopAfter(text, i);
    const before = text[i - 1];
    if (node.kind === 'text') {
      // The stop at its beginning stands with what it follows.
      return before && before.kind !== 'text' ? node.text.replace(STOP, '') : node.text;
    }
    return stop === '' ? (
      <Node key={i} node={node} />
    ) : (
      <span key={i} className={styles.together}>
        <Node node={node} />
        {stop}
      </span>
    );
  });
}

const STOP = /^[.,;:!?)]+/;

/** The stop that follows a mark: a line may not begin with it, though it could after a button. */
function stopAfter(text: Paragraph, index: number): string {
  const next = text[index + 1];
  return next?.kind === 'text' ? (STOP.exec(next.text)?.[0] ?? '') : '';
}

function Node({ node }: { readonly node: TextNode }) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'emphasis':
      return <em>{node.text}</em>;
    case 'code':
      return <code>{node.text}</code>;
    case 'term':
      return <Term term={node.term}>{node.words}</Term>;
    case 'tx':
      return (
        <span className={styles.chip}>
          <TxRef tx={txIndex(node.tx)} />
        </span>
      );
    case 'lane':
      return <b>{texts.lane(node.lane).toLowerCase()}</b>;
    default:
      return <Live node={node} />;
  }
}

/** What depends on the block or the run. */
function Live({ node }: { readonly node: Extract<TextNode, { kind: 'location' | 'figure' | 'tx-figure' | 'value' }> }) {
  const session = useSession();
  useStore(session.store, ({ version }) => version);
  const { valueText } = useRunPresentation();
  const { now, start } = session.evidence();
  const { clock } = now.scenario.settings;
  if (node.kind === 'location' || node.kind === 'value') {
    const name = node.kind === 'value' ? node.location : node.name;
    const location = locationNamed(now, name);
    if (node.kind === 'location') {
      return location === undefined ? <code>{node.name}</code> : <LocationRef location={location} />;
    }
    const held = heldIn(now, node.location, node.in);
    return <b>{held === null || location === undefined ? texts.noFigure : valueText(location, held)}</b>;
  }
  const scene = node.kind === 'figure' && node.of === 'start' ? start : now;
  const value =
    scene && (node.kind === 'figure' ? figureOf(scene, node.figure) : txFigure(scene, node.figure, node.tx));
  return <b className={styles.live}>{value === null ? texts.noFigure : formatFigure(node.figure, value, clock)}</b>;
}
