import { Play, Square } from 'lucide-react';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { comparing as texts } from '#texts/comparing.ts';
import { sweepChart } from '../../chart/compare/sweep-chart.ts';
import { ENGINE_IDS, type EngineId } from '../../model/settings.ts';
import { isSweepChoice } from '../../store/compare/kept-choice.ts';
import { rowsToCsv } from '../../store/compare/csv.ts';
import { createSweep, type SweepSample } from '../../store/compare/sweep.ts';
import {
  scenarioAt,
  SWEEP_PARAMETERS,
  type SweepChoice,
  type SweepParameter,
  type SweepSpec,
} from '../../store/compare/sweep-spec.ts';
import { DEFAULT_GENERATOR_OPTIONS, TX_KIND_TITLES, TX_KINDS, type TxKind } from '../../workloads/generate/options.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { useKeptState } from '../common/use-kept-state.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { NumberField } from '../common/NumberField.tsx';
import { Chips } from './Chips.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { CostNotes } from './CostNotes.tsx';
import { sweepHeading, sweepNotes } from './headings.ts';
import { lineChartPicture } from './line-chart-picture.ts';
import { LineChartView } from './LineChartView.tsx';
import { lookOfEngine } from './look-of-engine.ts';
import { markWrong } from './mark-wrong.ts';
import { SweepTable } from './SweepTable.tsx';
import { axisOf, PARAMETER_TITLES } from './sweep-words.ts';
import { titledPicture } from './titled-picture.ts';
import { lanesText } from './way-name.ts';
import side from './SideBySide.module.css';
import styles from './SweepPanel.module.css';

const FIGURES = {
  speedup: { label: texts.speedUpFigure, format: (value: number) => `${value}×` },
  timesOneLane: { label: texts.timesOneLane, format: (value: number) => `${value}×` },
  abortRate: { label: texts.abortsPerTransaction, format: String },
} as const;
type FigureId = keyof typeof FIGURES;

const FIRST_CHOICE: SweepChoice = {
  parameter: 'contention',
  kind: 'swap',
  engines: ['dag', 'block-stm', 'components', 'in-order'],
  lanes: 8,
  seeds: 3,
  base: { ...DEFAULT_GENERATOR_OPTIONS, transactions: 100, failing: 0 },
};

/** One parameter of generated blocks against what each engine makes of them. */
export function SweepPanel({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const settings = useDocument(({ scenario }) => scenario.settings);
  const sweep = useMemo(() => createSweep(app), [app]);
  useEffect(() => sweep.cancel, [sweep]);
  const { status, done, total, spec, samples, message } = useStore(sweep.store);
  const [choice, setChoice] = useKeptState('sweep', isSweepChoice, () => FIRST_CHOICE);
  const [figure, setFigure] = useState<FigureId>('speedup');
  const change = (part: Partial<SweepChoice>): void => setChoice({ ...choice, ...part });
  const changeBase = (part: Partial<SweepChoice['base']>): void => change({ base: { ...choice.base, ...part } });
  const chart = useMemo(() => {
    if (!spec) return null;
    const engines = spec.engines.map((id) => ({ id, label: ENGINE_TEXT[id].name }));
    const figures = samples.map(({ value, engine, [figure]: found }) => ({ value, engine, figure: found }));
    const drawn = sweepChart(figures, engines, axisOf(spec), { ...FIGURES[figure], kind: 'linear' });
    return markWrong(
      drawn,
      samples.flatMap(({ engine, equal }) => (equal ? [] : [engine])),
    );
  }, [spec, samples, figure]);
  const working = status === 'working';

  return (
    <div className={side.side}>
      <div className={side.choice}>
        <div className={styles.fields}>
          <Select
            label={texts.sweep}
            value={choice.parameter}
            options={SWEEP_PARAMETERS.map((id) => [id, PARAMETER_TITLES[id]])}
            onChange={(parameter) => {
              change({ parameter: parameter as SweepParameter });
              // Costs that one lane pays, too, say nothing where that isn't counted.
              if (figure === 'speedup' && (parameter === 'dispatch' || parameter === 'coldRead'))
                setFigure('timesOneLane');
            }}
          />
          {choice.parameter === 'share' && (
            <Select
              label={texts.ofTheEngine}
              value={choice.kind}
              options={TX_KINDS.map((id) => [id, TX_KIND_TITLES[id]])}
              onChange={(kind) => change({ kind: kind as TxKind })}
            />
          )}
          <Select
            label={texts.against}
            value={figure}
            options={Object.entries(FIGURES).map(([id, { label }]) => [id, label])}
            onChange={(id) => setFigure(id as FigureId)}
          />
          <NumberBox
            label={texts.lanes}
            value={choice.lanes}
            least={1}
            most={64}
            onChange={(lanes) => change({ lanes })}
          />
          <NumberBox
            label={texts.seeds}
            value={choice.seeds}
            least={1}
            most={20}
            onChange={(seeds) => change({ seeds })}
          />
          {choice.parameter !== 'transactions' && (
            <NumberBox
              label={texts.transactions}
              value={choice.base.transactions}
              least={1}
              most={1000}
              onChange={(transactions) => changeBase({ transactions })}
            />
          )}
          {choice.parameter !== 'accounts' && (
            <NumberBox
              label={texts.accounts}
              value={choice.base.accounts}
              least={2}
              most={10_000}
              onChange={(accounts) => changeBase({ accounts })}
            />
          )}
          {working ? (
            <Button onClick={sweep.cancel}>
              <Square size={12} aria-hidden fill="currentColor" />
              {texts.cancel}
            </Button>
          ) : (
            <Button look="primary" onClick={() => sweep.start({ ...choice, settings })}>
              <Play size={13} aria-hidden fill="currentColor" />
              {texts.startTheSweep}
            </Button>
          )}
        </div>
        <Chips
          label={texts.engines}
          all={ENGINE_IDS}
          chosen={choice.engines}
          nameOf={(id) => ENGINE_TEXT[id].name}
          hintOf={(id) => ENGINE_TEXT[id].sentence}
          onChange={(engines) => change({ engines })}
        />
      </div>
      <div className={side.body}>
        <div className={side.line}>
          <p role="status" className={styles.status}>
            {working && <progress value={done} max={total} aria-label={texts.blocksDone} />}
            {statusText(status, done, total, spec, message)}
            {spec && !working && !isRun(choice, spec) && texts.notWhatIsChosen}
          </p>
          {spec && samples.length > 0 && (
            <ExportButtons
              name={`sweep-${spec.parameter}`}
              picture={() =>
                chart &&
                titledPicture(
                  lineChartPicture(chart, lookOfEngine),
                  sweepHeading(
                    spec,
                    FIGURES[figure].label,
                    chart.x.label,
                    statusText(status, done, total, spec, message),
                  ),
                )
              }
              toCsv={() => samplesToCsv(spec, samples)}
            />
          )}
        </div>
        {chart && spec && samples.length > 0 && (
          <>
            <LineChartView
              chart={chart}
              label={texts.figureAgainstParameter(FIGURES[figure].label, PARAMETER_TITLES[spec.parameter])}
              lookOf={lookOfEngine}
              describe={({ label }, { x, y, low, high }) => {
                const spread =
                  low === undefined || high === undefined
                    ? ''
                    : texts.spreadInBrackets(low.toFixed(2), high.toFixed(2));
                return texts.atEnterOrAClick(label, chart.x.format(x), y.toFixed(2), spread);
              }}
              onOpen={({ id }, { x }) => {
                app.open(scenarioAt(spec, x, 1, { engine: id as EngineId, lanes: spec.lanes }));
                onClose();
              }}
            />
            <CostNotes notes={sweepNotes(spec)} />
            <SweepTable chart={chart} />
          </>
        )}
      </div>
    </div>
  );
}

/** Whether the figures are those of what is chosen. Fields that aren't shown count, too: they come back with their parameter. */
function isRun(choice: SweepChoice, { settings: _, ...run }: SweepSpec): boolean {
  return JSON.stringify(choice) === JSON.stringify(run);
}

function statusText(
  status: string,
  done: number,
  total: number,
  spec: SweepSpec | null,
  message: string | null,
): string {
  if (!spec) return texts.blocksAreGeneratedAtEach;
  const what = texts.ofBlocksOn(done, total, lanesText(spec.lanes));
  if (status === 'failed') return texts.theSweepFailedAfter(what, message ?? '');
  if (status === 'cancelled') return texts.cancelledAfterWhatWasFound(what);
  if (status === 'working') return what;
  return spec.seeds > 1 ? texts.theLineIsTheMean(what, spec.seeds) : texts.oneSeed(what);
}

function samplesToCsv({ parameter, lanes }: SweepSpec, samples: readonly SweepSample[]): string {
  const header = [
    parameter,
    'seed',
    'engine',
    'lanes',
    'speedup',
    'bound',
    'times_one_lane',
    'aborts_per_transaction',
    'serial_result',
  ];
  return rowsToCsv(
    header,
    samples.map((s) => [s.value, s.seed, s.engine, lanes, s.speedup, s.bound, s.timesOneLane, s.abortRate, s.equal]),
  );
}

function Labelled({ label, id, children }: { label: string; id: string; children: ReactNode }) {
  return (
    <span className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
    </span>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <Labelled label={label} id={id}>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface NumberBoxProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

function NumberBox({ label, ...field }: NumberBoxProps) {
  const id = useId();
  return (
    <Labelled label={label} id={id}>
      <NumberField id={id} {...field} />
    </Labelled>
  );
}
