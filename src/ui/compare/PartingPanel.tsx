import { useId, useMemo, useState } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import { knownBeforehand } from '../../chart/compare/known-beforehand.ts';
import { findParting } from '../../chart/compare/parting.ts';
import { partingSentence } from '../../chart/compare/parting-sentence.ts';
import { wayKey } from '../../store/compare/points.ts';
import { useDocument, useRun } from '../common/app-context.tsx';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { usePresentation } from '../common/use-presentation.ts';
import type { WayRun } from './SideBySide.tsx';
import { wayName } from './way-name.ts';
import styles from './PartingPanel.module.css';

/** Two of the runs, and the first moment at which they do different things. */
export function PartingPanel({ runs }: { runs: readonly WayRun[] }) {
  const drawn = useMemo(
    () =>
      runs.flatMap(({ way, run }) =>
        run.kind === 'done' && run.events ? [{ way, events: run.events, settings: run.settings }] : [],
      ),
    [runs],
  );
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  const lanes = useDocument(({ scenario }) => scenario.settings.lanes);
  const own = useDocument(({ scenario }) => wayKey(scenario.settings));
  const [one, other] = useMemo(() => {
    const find = (key: string | null) => drawn.find(({ way }) => wayKey(way) === key);
    // Until somebody chooses: how the document is run, and the same with the dependencies known.
    const first = find(chosen[0]) ?? find(own) ?? drawn[0];
    const second = [find(chosen[1]), find(wayKey({ engine: 'dag', lanes })), ...drawn].find(
      (candidate) => candidate && candidate !== first,
    );
    return [first, second];
  }, [drawn, chosen, own, lanes]);
  const { locationName } = usePresentation();
  const graph = useRun(({ analysis }) => analysis?.graph ?? null);
  const sentence = useMemo(() => {
    if (!one || !other) return null;
    const sameLanes = one.way.lanes === other.way.lanes;
    const name = ({ way }: typeof one): string => (sameLanes ? ENGINE_TEXT[way.engine].name : wayName(way));
    const names = [name(one), name(other)] as const;
    const told = ({ events, settings }: typeof one) => ({ events, knowledge: knownBeforehand(settings, graph) });
    return partingSentence(findParting(told(one), told(other)), { names, unit: 'gas', locationName });
  }, [one, other, locationName, graph]);
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
      {drawn
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
    </section>
  );
}
