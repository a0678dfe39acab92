import { useId, useMemo, useState } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import { wayKey } from '../../store/compare/points.ts';
import { useDocument } from '../common/app-context.tsx';
import { AllPartings } from './AllPartings.tsx';
import type { WayRun } from './SideBySide.tsx';
import { usePartings } from './use-partings.ts';
import { wayName } from './way-name.ts';
import styles from './PartingPanel.module.css';

/** Two of the runs, and the first moment at which they do different things; and on demand that of every two. */
export function PartingPanel({ runs }: { runs: readonly WayRun[] }) {
  const { logged, tell } = usePartings(runs);
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  const lanes = useDocument(({ scenario }) => scenario.settings.lanes);
  const own = useDocument(({ scenario }) => wayKey(scenario.settings));
  const [one, other] = useMemo(() => {
    const find = (key: string | null) => logged.find(({ way }) => wayKey(way) === key);
    // Until somebody chooses: how the document is run, and the same with the dependencies known.
    const first = find(chosen[0]) ?? find(own) ?? logged[0];
    const second = [find(chosen[1]), find(wayKey({ engine: 'dag', lanes })), ...logged].find(
      (candidate) => candidate && candidate !== first,
    );
    return [first, second];
  }, [logged, chosen, own, lanes]);
  const sentence = useMemo(() => (one && other ? tell(one, other) : null), [one, other, tell]);
  const id = useId();
  if (!one || !other || sentence === null) return null;

  const select = (which: 0 | 1, value: string) => (
    <select
      aria-label={which === 0 ? texts.oneRun : texts.theOtherRun}
      value={value}
      onChange={({ target }) =>
        setChosen(which === 0 ? [target.value, wayKey(other.way)] : [wayKey(one.way), target.value])
      }
    >
      {logged
        .filter((entry) => entry !== (which === 0 ? other : one))
        .map(({ way }) => (
          <option key={wayKey(way)} value={wayKey(way)}>
            {wayName(way)}
          </option>
        ))}
    </select>
  );
  return (
    <section className={styles.parting} aria-labelledby={id}>
      <h3 id={id}>{texts.whereTheyPart}</h3>
      <p className={styles.pair}>
        {select(0, wayKey(one.way))}
        {texts.andBetween}
        {select(1, wayKey(other.way))}
      </p>
      <p aria-live="polite">{sentence}</p>
      {logged.length > 2 && <AllPartings runs={logged} tell={tell} />}
    </section>
  );
}
