import type { Location } from '../../model/location.ts';
import { useApp, useView } from './app-context.tsx';
import { BreakableName } from './BreakableName.tsx';
import { MarkSign } from './MarkSign.tsx';
import styles from './refs.module.css';
import { useRunPresentation } from './use-presentation.ts';

/** A location by name: lights up everywhere, and a click shows all that touch it. */
export function LocationRef({ location }: { location: Location }) {
  const app = useApp();
  const names = useRunPresentation();
  const mark = useView(({ marks }) => marks.locations.get(location));
  const lit = useView(({ hovered }) => hovered !== null && 'location' in hovered && hovered.location === location);
  return (
    <button
      type="button"
      className={styles.location}
      data-lit={lit}
      data-mark={mark}
      title={location}
      onPointerEnter={() => app.hover({ location })}
      onPointerLeave={() => app.hover(null)}
      onFocus={() => app.hover({ location })}
      onBlur={() => app.hover(null)}
      onClick={() => app.selectLocation(location)}
    >
      <BreakableName name={names.locationName(location)} />
      {mark && mark !== 'spot' && <MarkSign mark={mark} />}
    </button>
  );
}
