import { inspector as texts } from '#texts/inspector.ts';
import { late } from '../common/late.tsx';
import { useView } from '../common/app-context.tsx';
import { Welcome } from '../app/Welcome.tsx';
import { BlockStory } from './BlockStory.tsx';
import styles from './Inspector.module.css';
import { LocationCard } from './LocationCard.tsx';

const TxInspector = late(() => import('./TxInspector.tsx').then((m) => m.TxInspector));

/** The transaction chosen last; with none, the block. Below, the location chosen or pointed at. */
export function Inspector() {
  const { tx, location, guided } = useView(({ selected, location, hovered, guide, room }) => ({
    guided: guide !== null || room !== null,
    tx: selected.at(-1),
    location: location ?? (hovered && 'location' in hovered ? hovered.location : null),
  }));
  return (
    <div className={styles.inspector} data-view="inspector">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={texts.details}>
        {tx === undefined ? (
          <>
            {!guided && <Welcome />}
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
