import { comparing as texts } from '#texts/comparing.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import type { Heading } from '../../chart/picture-heading.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { EngineId } from '../../model/settings.ts';
import type { SweepSpec } from '../../store/compare/sweep-spec.ts';
import { bestSentences } from './best-run.ts';
import type { WayRun } from './SideBySide.tsx';
import { lanesText } from './way-name.ts';

/** What the runs side by side are of, and which is best. */
export function sideBySideHeading({ title, transactions }: Scenario, runs: readonly WayRun[]): Heading {
  return {
    title: texts.runsSideBySide(title),
    notes: [
      texts.runsOf(transactions.length, enginesOf(runs), lanesOf(runs)),
      texts.yellowIsTheBound,
      ...bestSentences(runs),
    ],
  };
}

/** What the curves are of, and which point is best. */
export function curveHeading({ title, transactions }: Scenario, runs: readonly WayRun[]): Heading {
  return {
    title: texts.speedUpOf(title),
    notes: [texts.runsOf(transactions.length, enginesOf(runs), lanesOf(runs)), ...bestSentences(runs)],
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
    notes: [texts.sweptOn(lanesText(spec.lanes), namesOf(spec.engines), base), found],
  };
}

/** Not by commas, which one of the names has. */
const namesOf = (engines: readonly EngineId[]): string => engines.map((id) => ENGINE_TEXT[id].name).join(' · ');

const enginesOf = (runs: readonly WayRun[]): string => namesOf([...new Set(runs.map(({ way }) => way.engine))]);

function lanesOf(runs: readonly WayRun[]): string {
  const counts = [...new Set(runs.map(({ way }) => way.lanes))].sort((a, b) => a - b);
  const [only] = counts;
  return counts.length === 1 && only !== undefined ? lanesText(only) : texts.someLanes(counts.join(', '));
}
