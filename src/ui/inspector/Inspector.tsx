import { inspector as texts } from '#texts/inspector.ts';
import { late } from '../common/late.tsx';
import { isFirstVisit } from '../common/first-visit.ts';
import { useRun, useView } from '../common/app-context.tsx';
import { useLater } from '../common/use-later.ts';
import { BlockStory } from './BlockStory.tsx';
import styles from './Inspector.module.css';
import { LocationCard } from './LocationCard.tsx';

const Welcome = late(() => import('../app/Welcome.tsx').then((m) => m.Welcome));
const TxInspector = late(() => import('./TxInspector.tsx').then((m) => m.TxInspector));

/** Read once: who has just answered the welcome has put it away by that. */
const isNew = isFirstVisit();

/** The transaction chosen last; with none, the block. Below, the location chosen or pointed at. */
export function Inspector() {
  const { tx, location, guided } = useView(({ selected, location, hovered, guide, room }) => ({
    guided: guide !== null || room !== null,
    tx: selected.at(-1),
    location: location ?? (hovered && 'location' in hovered ? hovered.location : null),
  }));
  const stands = useRun(({ report }) => report !== null);
  // What the first picture needs comes first.
  const welcome = useLater(isNew && stands && !guided, 300);
  return (
    <div className={styles.inspector} data-view="inspector">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={texts.details}>
        {tx === undefined ? (
          <>
            {welcome && <Welcome />}
            <BlockStory />
          </>
        ) : (
          <TxInspector key={tx} tx={tx} />
        )}
      </section>
      {location !== null && <LocationCard location={location} />}
    </div>
  );
}
