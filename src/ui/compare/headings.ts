import { comparing as texts } from '#texts/comparing.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import type { Heading } from '../../chart/picture-heading.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { CostModel, EngineId } from '../../model/settings.ts';
import type { SweepSpec } from '../../store/compare/sweep-spec.ts';
import { TX_KIND_TITLES, type TxKind } from '../../workloads/generate/options.ts';
import { bestSentences } from './best-run.ts';
import type { WayRun } from './SideBySide.tsx';
import { lanesText } from './way-name.ts';

/** What the runs side by side are of, and which is best. */
export function sideBySideHeading({ title, transactions, settings }: Scenario, runs: readonly WayRun[]): Heading {
  return {
    title: texts.runsSideBySide(title),
    notes: [
      texts.runsOf(transactions.length, enginesOf(runs), lanesOf(runs)),
      ...costsOf(settings.costs, enginesIn(runs)),
      texts.yellowIsTheBound,
      ...bestSentences(runs),
    ],
  };
}

/** What the curves are of, and which point is best. */
export function curveHeading({ title, transactions, settings }: Scenario, runs: readonly WayRun[]): Heading {
  return {
    title: texts.speedUpOf(title),
    notes: [
      texts.runsOf(transactions.length, enginesOf(runs), lanesOf(runs)),
      ...costsOf(settings.costs, enginesIn(runs)),
      ...bestSentences(runs),
    ],
  };
}

/** `figure` and `parameter` by name; `found`: how much of it, and what is a line. */
export function sweepHeading(spec: SweepSpec, figure: string, parameter: string, found: string): Heading {
  const { transactions, accounts } = spec.base;
  const base =
    (spec.parameter === 'transactions' ? '' : texts.ofTransactions(transactions)) +
    (spec.parameter === 'accounts' ? '' : texts.amongAccounts(accounts));
  return {
    title: texts.generatedBlocksFigure(figure, parameter),
    notes: [texts.sweptOn(lanesText(spec.lanes), namesOf(spec.engines), base), ...sweepNotes(spec), found],
  };
}

/** What all blocks of a sweep have in common, and what their runs pay: with that they can be made again. */
export function sweepNotes({ parameter, kind, base, seeds, engines, settings }: SweepSpec): readonly string[] {
  const { contention, failing, mix } = base;
  // The mix that the share of one kind is taken from.
  const kinds = Object.entries(mix).filter(([name, weight]) => weight > 0 && !(parameter === 'share' && name === kind));
  const named = kinds.map(([name, weight]) => texts.mixPart(TX_KIND_TITLES[name as TxKind], weight));
  const fixed = [
    ...(parameter === 'contention' ? [] : [texts.ofContention(contention)]),
    texts.ofFailing(Math.round(failing * 100)),
    ...(named.length > 0 ? [texts.ofMix(named.join(', '))] : []),
    texts.ofSeeds(seeds),
  ];
  return [texts.heldFixed(fixed.join('; ')), ...costsOf(settings.costs, engines, parameter)];
}

/** What the runs of a document pay besides the gas of executions. */
export const costNotes = ({ settings }: Scenario, engines: readonly EngineId[]): readonly string[] =>
  costsOf(settings.costs, engines);

const OVERHEADS = ['dispatch', 'validationPerRead', 'coldRead'] as const;

/** What the runs pay besides the gas of executions, unless it is the parameter that is swept; nothing where there is nothing. */
function costsOf(costs: CostModel, engines: readonly EngineId[], swept?: SweepSpec['parameter']): readonly string[] {
  const paid = OVERHEADS.filter((cost) => cost !== swept && costs[cost] > 0);
  const named = paid.map((cost) => texts.overhead[cost](costs[cost].toLocaleString('en')));
  const varied = [...paid, swept];
  const oneLanePays = varied.includes('dispatch') || varied.includes('coldRead');
  const loadsAtOnce = varied.includes('coldRead') && engines.includes('block-access-list');
  return [
    ...(costs.work ? [texts.timedByKind] : []),
    ...(named.length > 0 ? [texts.overheads(named.join(', '))] : []),
    ...(oneLanePays ? [texts.workCountsNoOverheads] : []),
    ...(loadsAtOnce ? [texts.listLoadsSideBySide] : []),
  ];
}

/** Not by commas, which one of the names has. */
const namesOf = (engines: readonly EngineId[]): string => engines.map((id) => ENGINE_TEXT[id].name).join(' · ');

const enginesIn = (runs: readonly WayRun[]): readonly EngineId[] => [...new Set(runs.map(({ way }) => way.engine))];

const enginesOf = (runs: readonly WayRun[]): string => namesOf(enginesIn(runs));

function lanesOf(runs: readonly WayRun[]): string {
  const counts = [...new Set(runs.map(({ way }) => way.lanes))].sort((a, b) => a - b);
  const [only] = counts;
  return counts.length === 1 && only !== undefined ? lanesText(only) : texts.someLanes(counts.join(', '));
}
