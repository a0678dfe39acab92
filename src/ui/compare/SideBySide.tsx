import { useMemo } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import type { ComparedRun } from '../../drivers/compare.ts';
import type { Scenario } from '../../model/scenario.ts';
import { ENGINE_IDS, type EngineId } from '../../model/settings.ts';
import type { Comparison } from '../../store/compare/comparison.ts';
import { isEngineChoice, isLaneChoice } from '../../store/compare/kept-choice.ts';
import { laneCounts, type Way, wayKey } from '../../store/compare/points.ts';
import { runsToCsv } from '../../store/compare/csv.ts';
import type { Presentation } from '../../store/presentation.ts';
import { useDocument } from '../common/app-context.tsx';
import { useKeptState } from '../common/use-kept-state.ts';
import { usePresentation } from '../common/use-presentation.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { BestRun } from './BestRun.tsx';
import type { Picture } from '../sharing/pictures.ts';
import { Chips } from './Chips.tsx';
import { CompareTable } from './CompareTable.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { fastest, figuresText, Multiples } from './Multiples.tsx';
import { multiplesPicture } from './multiples-picture.ts';
import { PartingPanel } from './PartingPanel.tsx';
import { CostNotes } from './CostNotes.tsx';
import { costNotes, sideBySideHeading } from './headings.ts';
import { titledPicture } from './titled-picture.ts';
import { useWays } from './use-comparison.ts';
import { wayName } from './way-name.ts';
import styles from './SideBySide.module.css';

export type DoneRun = Extract<ComparedRun, { kind: 'done' }>;
export interface WayRun {
  readonly way: Way;
  readonly run: ComparedRun;
}

/** Chosen to begin with, besides the document's own engine. */
const FIRST_CHOICE: readonly EngineId[] = ['dag', 'components', 'block-stm', 'in-order', 'block-access-list'];

/** Chosen engines on chosen numbers of lanes: pictures on one time axis, figures, and where two of them part. */
export function SideBySide({ comparison, onOpen }: { comparison: Comparison; onOpen: (way: Way) => void }) {
  const own = useDocument(({ scenario }) => ({
    engine: scenario.settings.engine,
    lanes: scenario.settings.lanes,
  }));
  const [engines, setEngines] = useKeptState('engines side by side', isEngineChoice, () =>
    ENGINE_IDS.filter((id) => id === own.engine || FIRST_CHOICE.includes(id)),
  );
  const [lanes, setLanes] = useKeptState('lanes side by side', isLaneChoice, () => [own.lanes]);
  const ways = useMemo(() => lanes.flatMap((n) => engines.map((engine) => ({ engine, lanes: n }))), [engines, lanes]);
  const { runs } = useWays(comparison, ways, true);
  const known = useMemo(
    () =>
      ways.flatMap((way): WayRun[] => {
        const run = runs.get(wayKey(way));
        return run ? [{ way, run }] : [];
      }),
    [ways, runs],
  );
  const words = usePresentation();
  const subject = useDocument(({ scenario }) => scenario);
  const offered = useMemo(() => laneCounts(own.lanes, ...lanes), [own.lanes, lanes]);

  return (
    <div className={styles.side}>
      <div className={styles.choice}>
        <Chips
          label={texts.engines}
          all={ENGINE_IDS}
          chosen={engines}
          nameOf={(id) => ENGINE_TEXT[id].name}
          hintOf={(id) => ENGINE_TEXT[id].sentence}
          onChange={setEngines}
        />
        <Chips label={texts.lanes} all={offered} chosen={lanes} nameOf={String} onChange={setLanes} />
      </div>
      <div className={styles.body}>
        <div className={styles.line}>
          <BestRun runs={known} />
          <ExportButtons
            name="side-by-side"
            picture={() => pictureOf(known, words, subject)}
            toCsv={() => runsToCsv(known)}
          />
        </div>
        <CostNotes notes={costNotes(subject, engines)} />
        <Multiples runs={known} onOpen={onOpen} />
        <PartingPanel runs={known} />
        <CompareTable runs={known} onOpen={onOpen} />
      </div>
    </div>
  );
}

function pictureOf(runs: readonly WayRun[], words: Presentation, scenario: Scenario): Picture | null {
  const picture = multiplesPicture(fastest(runs), words, ({ way, run }) => [
    wayName(way),
    `${figuresText(run)}${run.equal ? '' : texts.wrongResult}`,
  ]);
  return picture && titledPicture(picture, sideBySideHeading(scenario, runs));
}
