import { useMemo } from 'react';
import { useStore } from 'zustand';
import { lessons as texts } from '#texts/lessons.ts';
import type { Answer } from '../../lessons/answer.ts';
import { touchesOf } from '../../lessons/scene.ts';
import { txIndex } from '../../model/ids.ts';
import type { Location } from '../../model/location.ts';
import { sceneNow } from '../../store/lesson/scene-now.ts';
import { useApp, useDocument, useRun } from '../common/app-context.tsx';
import { BreakableName } from '../common/BreakableName.tsx';
import { usePresentation } from '../common/use-presentation.ts';
import styles from './LessonPanel.module.css';
import { useSession } from './LessonText.tsx';

type MarkKind = 'transactions' | 'locations' | 'lanes';

/** The same marks as in the views, as a list that needs no pointer. */
export function MarkList(props: {
  readonly kind: MarkKind;
  readonly answer: Answer | null;
  readonly locked: boolean;
  readonly label: string;
}) {
  const { kind, answer, locked } = props;
  const note = { transactions: texts.markTransactions, locations: texts.markLocations, lanes: texts.markLanes }[kind];
  const count = answer ? Object.values(answer).reduce((n, part) => (Array.isArray(part) ? part.length : n), 0) : 0;
  return (
    <>
      {!locked && <p className={styles.small}>{note}</p>}
      <fieldset className={styles.markList} aria-labelledby={props.label}>
        {kind === 'transactions' && <Transactions answer={answer} locked={locked} />}
        {kind === 'locations' && <Locations answer={answer} locked={locked} />}
        {kind === 'lanes' && <Lanes answer={answer} locked={locked} />}
      </fieldset>
      <p className={styles.small} role="status">
        {count === 0 ? texts.noneMarked : texts.marked(count)}
      </p>
    </>
  );
}

interface ListProps {
  readonly answer: Answer | null;
  readonly locked: boolean;
}

function Transactions({ answer, locked }: ListProps) {
  const app = useApp();
  const count = useDocument(({ scenario }) => scenario.transactions.length);
  const { txTitle } = usePresentation();
  const marked = new Set(answer?.kind === 'transactions' ? answer.transactions : []);
  return Array.from({ length: count }, (_, i) => txIndex(i)).map((tx) => (
    <Item
      key={tx}
      marked={marked.has(tx)}
      locked={locked}
      onToggle={() => app.mark({ tx })}
      onHover={(over) => app.hover(over ? { tx } : null)}
    >
      <b>{tx}</b> {txTitle(tx)}
    </Item>
  ));
}

function Locations({ answer, locked }: ListProps) {
  const app = useApp();
  const session = useSession();
  useStore(session.store, ({ version }) => version);
  const analysis = useRun((state) => state.analysis);
  const scene = sceneNow(app);
  const locations = useMemo(() => [...new Set(touchesOf(scene).flatMap((own) => [...own.keys()]))], [analysis]);
  const marked = new Set<Location>(answer?.kind === 'locations' ? answer.locations : []);
  if (locations.length === 0) return <p className={styles.small}>{texts.noLocationsYet}</p>;
  const named = locations.map((location) => ({ location, name: scene.nameOf(location) }));
  named.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  return named.map(({ location, name }) => (
    <Item
      key={location}
      marked={marked.has(location)}
      locked={locked}
      onToggle={() => {
        const next = new Set(marked);
        if (!next.delete(location)) next.add(location);
        session.say({ kind: 'locations', locations: [...next] });
      }}
      onHover={(over) => app.hover(over ? { location } : null)}
    >
      <code>
        <BreakableName name={name} />
      </code>
    </Item>
  ));
}

function Lanes({ answer, locked }: ListProps) {
  const app = useApp();
  const lanes = useDocument(({ scenario }) => scenario.settings.lanes);
  const marked = new Set(answer?.kind === 'lanes' ? answer.lanes : []);
  return Array.from({ length: lanes }, (_, lane) => (
    <Item key={lane} marked={marked.has(lane)} locked={locked} onToggle={() => app.mark({ lane })} onHover={() => {}}>
      {texts.lane(lane + 1)}
    </Item>
  ));
}

function Item(props: {
  readonly marked: boolean;
  readonly locked: boolean;
  readonly onToggle: () => void;
  readonly onHover: (over: boolean) => void;
  readonly children: React.ReactNode;
}) {
  return (
    <label
      className={styles.mark}
      onPointerEnter={() => props.onHover(true)}
      onPointerLeave={() => props.onHover(false)}
    >
      <input type="checkbox" checked={props.marked} disabled={props.locked} onChange={props.onToggle} />
      <span>{props.children}</span>
    </label>
  );
}
