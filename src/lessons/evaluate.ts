import { assertNever } from '../lib/assert-never.ts';
import type { BlockResult, RunMetrics } from '../model/run.ts';
import { createPrestateReader } from '../model/prestate.ts';
import type { Scenario, ScenarioTx } from '../model/scenario.ts';
import type { Aspect, Condition, Operator, Relation, Value } from './conditions.ts';
import {
  BLOCK_FIGURES,
  type BlockFigure,
  type FigureName,
  RUN_FIGURES,
  type RunFigure,
  type TxFigure,
  type WhatIfFigure,
} from './figure-names.ts';
import { findLanes, findLocations, findTransactions, finishTimes } from './find-sets.ts';
import type { TxRef } from './references.ts';
import { type Evidence, indexOfRef, locationNamed, type Scene, whatIfKey } from './scene.ts';
import type { StateMoment } from './text.ts';

/** The value, or null while what it is found in isn't there. */
export function findValue(evidence: Evidence, value: Value): number | null {
  if (typeof value === 'number') return value;
  const { now, start, whatIf } = evidence;
  if ('calc' in value) {
    const [a, b] = [findValue(evidence, value.of[0]), findValue(evidence, value.of[1])];
    return a === null || b === null ? null : calculate(value.calc, a, b);
  }
  if ('tx' in value) return txFigure(now, value.figure, value.tx);
  if ('with' in value) {
    const metrics = whatIf.get(whatIfKey(value.with));
    return metrics ? metricOf(metrics, value.figure) : null;
  }
  if ('figure' in value) {
    const scene = value.of === 'start' ? start : now;
    return scene && figureOf(scene, value.figure);
  }
  if ('count' in value) return findTransactions(now, value.count)?.size ?? null;
  if ('countLocations' in value) return findLocations(now, value.countLocations)?.size ?? null;
  if ('countLanes' in value) return findLanes(now, value.countLanes)?.size ?? null;
  const held = heldIn(now, value.location, value.in);
  return held === null ? null : Number(held);
}

function calculate(calc: Extract<Value, { calc: unknown }>['calc'], a: number, b: number): number | null {
  switch (calc) {
    case 'plus':
      return a + b;
    case 'minus':
      return a - b;
    case 'times':
      return a * b;
    case 'over':
      return b === 0 ? null : a / b;
    case 'least':
      return Math.min(a, b);
    case 'most':
      return Math.max(a, b);
    default:
      return assertNever(calc);
  }
}

export function figureOf(scene: Scene, name: FigureName): number | null {
  if (isRunFigure(name)) return scene.report && runFigure(scene, name);
  if (isBlockFigure(name)) return scene.analysis && blockFigure(scene, name);
  switch (name) {
    case 'transactions':
      return scene.scenario.transactions.length;
    case 'lanes':
      return scene.scenario.settings.lanes;
    case 'pinned':
      return Object.keys(scene.scenario.pins).length;
    default:
      return assertNever(name);
  }
}

const isRunFigure = (name: FigureName): name is RunFigure => (RUN_FIGURES as readonly string[]).includes(name);
const isBlockFigure = (name: FigureName): name is BlockFigure => (BLOCK_FIGURES as readonly string[]).includes(name);

function runFigure({ report }: Scene, name: RunFigure): number | null {
  if (!report) return null;
  const { events, check, metrics } = report;
  switch (name) {
    case 'blocked':
      return events.filter(({ kind }) => kind === 'blocked').length;
    case 'rounds':
      return events.reduce((most, event) => (event.kind === 'round' ? Math.max(most, event.round) : most), 0);
    case 'lanesUsed':
      return new Set(events.flatMap((e) => (e.kind === 'started' && e.task === 'execute' ? [e.lane] : []))).size;
    case 'differences':
      return check.differences.length;
    default:
      return metricOf(metrics, name);
  }
}

function metricOf(metrics: RunMetrics, name: WhatIfFigure): number {
  return name === 'lowerBound' ? Math.max(metrics.criticalPath, metrics.work / metrics.lanes) : metrics[name];
}

function blockFigure({ analysis }: Scene, name: BlockFigure): number | null {
  if (!analysis) return null;
  const { figures, edges, transactions } = analysis.graph;
  switch (name) {
    case 'dependencies':
      return edges.filter(({ kind }) => kind === 'RAW').length;
    case 'groups':
      return countGroups(transactions, edges);
    case 'hottestPairs':
      return figures.hottest[0]?.conflictingPairs ?? 0;
    default:
      return figures[name];
  }
}

/** Weakly connected components. */
function countGroups(count: number, edges: readonly { readonly from: number; readonly to: number }[]): number {
  const leader = Array.from({ length: count }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (leader[at] !== at) at = leader[at] ?? at;
    return at;
  };
  for (const { from, to } of edges) leader[find(to)] = find(from);
  return leader.filter((at, i) => at === i).length;
}

export function txFigure(scene: Scene, name: TxFigure, ref: TxRef): number | null {
  const { scenario, analysis, report } = scene;
  const tx = indexOfRef(scenario, ref);
  if (tx < 0) return null;
  switch (name) {
    case 'gasOf':
      return analysis?.graph.gas[tx] ?? null;
    case 'waveOf': {
      const wave = analysis?.graph.wave[tx];
      return wave === undefined ? null : wave + 1;
    }
    case 'laneOf': {
      const lane = report?.finalLanes[tx];
      return lane === undefined ? null : lane + 1;
    }
    case 'startOf': {
      const starts = report?.events.filter((e) => e.kind === 'started' && e.task === 'execute' && e.version.tx === tx);
      return starts?.at(-1)?.at ?? null;
    }
    case 'finishOf':
      return (report && finishTimes(report.events).get(tx)) ?? null;
    case 'incarnationsOf':
      return (
        report?.events.filter((e) => e.kind === 'started' && e.task === 'execute' && e.version.tx === tx).length ?? null
      );
    default:
      return assertNever(name);
  }
}

/** What the location of that name holds; null when it isn't known, or holds code. */
export function heldIn(scene: Scene, name: string, at: StateMoment): bigint | null {
  const location = locationNamed(scene, name);
  if (location === undefined || !scene.block) return null;
  const result: BlockResult | null | undefined =
    at === 'before' ? undefined : at === 'serial' ? scene.analysis?.serial : scene.report?.result;
  if (at !== 'before' && !result) return null;
  const value = result?.postState.get(location) ?? createPrestateReader(scene.block.prestate)(location);
  return typeof value === 'bigint' ? value : null;
}

/** Whether it holds; null while what decides it isn't there. */
export function holds(evidence: Evidence, condition: Condition): boolean | null {
  const { now, start } = evidence;
  const { scenario, report } = now;
  if ('value' in condition) {
    const [a, b] = [findValue(evidence, condition.value), findValue(evidence, condition.to)];
    return a === null || b === null ? null : compare(a, condition.is, b);
  }
  if ('check' in condition) return report && report.check.equal === (condition.check === 'equal');
  if ('run' in condition)
    return condition.run === 'refused' ? now.refused || (report ? false : null) : report !== null || null;
  if ('unchanged' in condition) {
    if (!start) return null;
    return every(condition.unchanged.map((aspect) => isUnchanged(aspect, start, now)));
  }
  if ('engine' in condition) return scenario.settings.engine === condition.engine;
  if ('clock' in condition) return scenario.settings.clock === condition.clock;
  if ('option' in condition) {
    const { option, is } = condition;
    const { settings } = scenario;
    return (option === 'fees' || option === 'credits' ? settings[option] : settings.options[option]) === is;
  }
  if ('transactions' in condition) {
    return relate(findTransactions(now, condition.transactions), condition.are, findTransactions(now, condition.as));
  }
  if ('locations' in condition) {
    return relate(findLocations(now, condition.locations), condition.are, findLocations(now, condition.as));
  }
  if ('lanes' in condition) {
    return relate(findLanes(now, condition.lanes), condition.are, findLanes(now, condition.as));
  }
  if ('not' in condition) {
    const held = holds(evidence, condition.not);
    return held === null ? null : !held;
  }
  if ('all' in condition) return every(condition.all.map((part) => holds(evidence, part)));
  const parts = condition.any.map((part) => holds(evidence, part));
  return parts.includes(true) ? true : parts.includes(null) ? null : false;
}

function every(parts: readonly (boolean | null)[]): boolean | null {
  return parts.includes(false) ? false : parts.includes(null) ? null : true;
}

function compare(a: number, is: Operator, b: number): boolean {
  // Figures that are quotients differ in the last digits.
  const same = Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
  switch (is) {
    case '=':
      return same;
    case '!=':
      return !same;
    case '<':
      return a < b && !same;
    case '>':
      return a > b && !same;
    case '<=':
      return a < b || same;
    case '>=':
      return a > b || same;
    default:
      return assertNever(is);
  }
}

function relate<T>(a: ReadonlySet<T> | null, are: Relation, b: ReadonlySet<T> | null): boolean | null {
  if (!a || !b) return null;
  const within = (x: ReadonlySet<T>, y: ReadonlySet<T>) => [...x].every((member) => y.has(member));
  switch (are) {
    case 'same':
      return a.size === b.size && within(a, b);
    case 'within':
      return within(a, b);
    case 'contains':
      return within(b, a);
    case 'apart':
      return [...a].every((member) => !b.has(member));
    default:
      return assertNever(are);
  }
}

function isUnchanged(aspect: Aspect, before: Scene, after: Scene): boolean | null {
  const [a, b] = [before.scenario, after.scenario];
  switch (aspect) {
    case 'engine':
      return a.settings.engine === b.settings.engine;
    case 'lanes':
      return a.settings.lanes === b.settings.lanes;
    case 'order':
      return a.transactions === b.transactions || contents(a).join() === contents(b).join();
    case 'transactions':
      return a.transactions === b.transactions || [...contents(a)].sort().join() === [...contents(b)].sort().join();
    case 'prestate':
      return toJson([a.accounts, a.contracts]) === toJson([b.accounts, b.contracts]);
    case 'result':
      return isSameResult(before, after);
    default:
      return assertNever(aspect);
  }
}

/** What each transaction says, without the name it has in the document. */
const contents = ({ transactions }: Scenario): readonly string[] =>
  transactions.map(({ id: _id, ...tx }: ScenarioTx) => toJson(tx));

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));

/** Serial execution leaves the same values, and each transaction succeeds or fails as it did. */
function isSameResult(before: Scene, after: Scene): boolean | null {
  const [a, b] = [before.analysis?.serial, after.analysis?.serial];
  if (!a || !b) return null;
  if (a === b) return true;
  if (a.postState.size !== b.postState.size) return false;
  for (const [location, value] of a.postState) if (b.postState.get(location) !== value) return false;
  const outcomes = (scene: Scene, { executions }: BlockResult) =>
    new Map(
      scene.scenario.transactions.map(({ id }, i) => {
        const execution = executions[i];
        return [id, execution?.kind === 'executed' ? execution.receipt.success : null];
      }),
    );
  const [was, is] = [outcomes(before, a), outcomes(after, b)];
  return was.size === is.size && [...was].every(([id, outcome]) => is.get(id) === outcome);
}

/** The ways of running that these conditions and values ask for beside the one on screen. */
export function whatIfsIn(part: unknown): readonly Extract<Value, { with: unknown }>['with'][] {
  if (Array.isArray(part)) return part.flatMap(whatIfsIn);
  if (typeof part !== 'object' || part === null) return [];
  if ('with' in part && 'figure' in part) return [part.with as Extract<Value, { with: unknown }>['with']];
  return Object.values(part).flatMap(whatIfsIn);
}
