import { ExternalLink, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { enginePanel as texts } from '#texts/engine-panel.ts';
import { useDocument, useRun } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { TxRef } from '../common/TxRef.tsx';
import styles from './EnginePanel.module.css';
import type { Machine, StateId } from './machine.ts';
import { StateMachine } from './StateMachine.tsx';
import { ENGINE_STORIES } from './stories.ts';
import { useMachineState } from './use-machine-state.ts';

/** What the chosen engine is, beside the lanes: it stays open while the run plays. */
export function EnginePanel({ onClose }: { readonly onClose: () => void }) {
  const engine = useDocument((state) => state.scenario.settings.engine);
  const shown = useRun(({ subject }) => subject?.scenario.settings.engine ?? null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { howItWorks, knows, usedBy, sources, machine } = ENGINE_STORIES[engine];
  return (
    <section
      className={styles.panel}
      aria-label={texts.aboutTheEngine}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {ENGINE_TEXT[engine].name}
        </h2>
        <Button look="quiet" icon small aria-label={texts.close} onClick={onClose}>
          <X size={15} aria-hidden />
        </Button>
      </header>
      <div className={styles.body}>
        <h3>{texts.stateOfATransaction}</h3>
        {shown === engine ? <Live machine={machine} /> : <StateMachine machine={machine} lit={null} counts={NOBODY} />}
        <h3>{texts.howItWorks}</h3>
        <ol className={styles.sentences}>
          {howItWorks.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <h3>{texts.whatItKnowsBeforehand}</h3>
        <p>{knows}</p>
        <h3>{texts.whoUsesIt}</h3>
        <p>{usedBy}</p>
        <h3>{texts.whereItComesFrom}</h3>
        <ul className={styles.sources}>
          {sources.map(({ title, identifier, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {title}
                <ExternalLink size={12} aria-hidden />
              </a>
              <span className={styles.identifier}>{identifier}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

const NOBODY: ReadonlyMap<StateId, number> = new Map();

/** The machine at the moment shown, lit up where the selected transaction is. */
function Live({ machine }: { readonly machine: Machine }) {
  const { followed, counts } = useMachineState(machine);
  const label = [...machine.way, ...machine.sides].find(({ id }) => id === followed?.state)?.label;
  return (
    <>
      <StateMachine machine={machine} lit={followed?.state ?? null} counts={counts} />
      <p className={styles.followed}>
        {followed ? (
          <>
            <TxRef tx={followed.tx} />
            {texts.is}
            <strong>{label}</strong>
            {texts.incarnation}
            {followed.playback.incarnation}.
          </>
        ) : (
          texts.selectATransactionToFollow
        )}{' '}
        {texts.numbersHowManyAreThere}
      </p>
    </>
  );
}
