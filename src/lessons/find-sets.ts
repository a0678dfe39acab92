import type { RunEvent } from '../model/events.ts';
import type { Location } from '../model/location.ts';
import { assertNever } from '../lib/assert-never.ts';
import { indexOfRef, locationNamed, modesConflict, readsIn, type Scene, touchesOf, writesIn } from './scene.ts';
import type { LaneSet, LocationSet, TxRole, TxSet } from './sets.ts';

/**
 * The members of a set in a scene, or null while what decides it (a run, an analysis) isn't there. Transactions are
 * indices, lanes are indices from 0.
 */
export function findTransactions(scene: Scene, set: TxSet): ReadonlySet<number> | null {
  const { scenario, analysis, report } = scene;
  const { transactions } = scenario;
  const all = transactions.map((_, index) => index);
  const where = (holds: (tx: number) => boolean): ReadonlySet<number> => new Set(all.filter(holds));
  if ('listed' in set) return new Set(set.listed.map((ref) => indexOfRef(scenario, ref)).filter((tx) => tx >= 0));
  if ('from' in set) return where((tx) => senderOf(scene, tx) === set.from);
  if ('calls' in set) {
    return where((tx) => {
      const call = transactions[tx];
      return call?.kind === 'call' && call.contract === set.calls;
    });
  }
  if ('not' in set) {
    const found = findTransactions(scene, set.not);
    return found && where((tx) => !found.has(tx));
  }
  if ('all' in set || 'any' in set) {
    const parts = ('all' in set ? set.all : set.any).map((part) => findTransactions(scene, part));
    if (parts.includes(null)) return null;
    const holds = (tx: number) => (part: ReadonlySet<number> | null) => part?.has(tx) ?? false;
    return where((tx) => ('all' in set ? parts.every(holds(tx)) : parts.some(holds(tx))));
  }
  if ('lane' in set) return report && where((tx) => report.finalLanes[tx] === set.lane - 1);
  if ('role' in set) return findRole(scene, set.role, where);
  if (!analysis) return null;
  const { graph } = analysis;
  if ('wave' in set) return where((tx) => graph.wave[tx] === set.wave - 1);
  if ('dependsOn' in set) {
    const on = indexOfRef(scenario, set.dependsOn);
    return new Set(graph.edges.filter(({ kind, from }) => kind === 'RAW' && from === on).map(({ to }) => to));
  }
  if ('neededBy' in set) {
    const by = indexOfRef(scenario, set.neededBy);
    return new Set(graph.edges.filter(({ kind, to }) => kind === 'RAW' && to === by).map(({ from }) => from));
  }
  const touches = touchesOf(scene);
  if ('conflictsWith' in set) {
    const other = indexOfRef(scenario, set.conflictsWith);
    return where((tx) => tx !== other && locationsBetween(scene, tx, other).length > 0);
  }
  const location = locationNamed(scene, 'reads' in set ? set.reads : set.writes);
  const touched = 'reads' in set ? readsIn : writesIn;
  return where((tx) => location !== undefined && touched(touches[tx]?.get(location) ?? 0));
}

function senderOf({ scenario }: Scene, tx: number): string | undefined {
  const transaction = scenario.transactions[tx];
  return transaction?.kind === 'signed' ? transaction.tx.from : transaction?.from;
}

type Where = (holds: (tx: number) => boolean) => ReadonlySet<number>;

function findRole(scene: Scene, role: TxRole, where: Where): ReadonlySet<number> | null {
  const { analysis, report } = scene;
  const inLog = (member: (event: RunEvent) => number | undefined): ReadonlySet<number> | null =>
    report && new Set(report.events.flatMap((event) => member(event) ?? []));
  switch (role) {
    case 'everyone':
      return where(() => true);
    case 'conflicting':
    case 'independent': {
      if (!analysis) return null;
      const found = conflictingTransactions(scene);
      return where((tx) => found.has(tx) === (role === 'conflicting'));
    }
    case 'on-critical-path':
      return analysis && new Set<number>(analysis.graph.criticalPath);
    case 'longest': {
      if (!analysis) return null;
      const most = Math.max(...analysis.graph.gas);
      return where((tx) => analysis.graph.gas[tx] === most);
    }
    case 'reverted':
      return analysis && where((tx) => isReverted(analysis.serial.executions[tx]));
    case 'invalid':
      return report && where((tx) => report.result.executions[tx]?.kind === 'invalid');
    case 'aborted':
      return inLog((event) => (event.kind === 'aborted' ? event.version.tx : undefined));
    case 'blocked':
      return inLog((event) => (event.kind === 'blocked' ? event.version.tx : undefined));
    case 'waited':
      return inLog((event) => (event.kind === 'waiting' && 'tx' in event.cause ? event.cause.tx : undefined));
    case 'lost-update':
      return report && new Set(report.check.differences.flatMap((d) => (d.kind === 'state' ? d.lost : [])));
    case 'wrong':
      return (
        report &&
        new Set(
          report.check.differences.flatMap((d) => {
            if (d.kind === 'receipt') return [d.tx];
            return d.kind === 'state' ? [...d.lost, ...(d.runWriter === null ? [] : [d.runWriter])] : [];
          }),
        )
      );
    case 'last': {
      if (!report) return null;
      const finish = finishTimes(report.events);
      const end = Math.max(...finish.values());
      return where((tx) => finish.get(tx) === end);
    }
    default:
      return assertNever(role);
  }
}

const isReverted = (execution: { kind: string; receipt?: { success: boolean } } | undefined): boolean =>
  execution?.kind === 'executed' && execution.receipt?.success === false;

/** When each transaction's last incarnation finished. */
export function finishTimes(events: readonly RunEvent[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const event of events) if (event.kind === 'finished') times.set(event.version.tx, event.at);
  return times;
}

/** Those that some other transaction conflicts with, whatever lies between. */
function conflictingTransactions(scene: Scene): ReadonlySet<number> {
  const users = new Map<Location, [tx: number, mode: number][]>();
  touchesOf(scene).forEach((touched, tx) => {
    for (const [location, mode] of touched) {
      const list = users.get(location);
      if (list) list.push([tx, mode]);
      else users.set(location, [[tx, mode]]);
    }
  });
  const found = new Set<number>();
  for (const list of users.values()) {
    for (const [tx, mode] of list) {
      if (found.has(tx)) continue;
      if (list.some(([other, how]) => other !== tx && modesConflict(mode, how))) found.add(tx);
    }
  }
  return found;
}

function locationsBetween(scene: Scene, a: number, b: number): readonly Location[] {
  const touches = touchesOf(scene);
  const [mine, theirs] = [touches[a], touches[b]];
  if (!mine || !theirs) return [];
  return [...mine].flatMap(([location, mode]) => {
    const how = theirs.get(location);
    return how !== undefined && modesConflict(mode, how) ? [location] : [];
  });
}

export function findLocations(scene: Scene, set: LocationSet): ReadonlySet<Location> | null {
  const { analysis, report, scenario } = scene;
  if (!analysis) return null;
  const touches = touchesOf(scene);
  const all = new Set(touches.flatMap((touched) => [...touched.keys()]));
  const where = (holds: (location: Location) => boolean) => new Set([...all].filter(holds));
  if ('listed' in set) return where((location) => set.listed.includes(scene.nameOf(location)));
  if ('hottest' in set) {
    return new Set(analysis.graph.figures.hottest.slice(0, set.hottest).map(({ location }) => location));
  }
  if ('readBy' in set || 'writtenBy' in set) {
    const own = touches[indexOfRef(scenario, 'readBy' in set ? set.readBy : set.writtenBy)];
    const touched = 'readBy' in set ? readsIn : writesIn;
    return where((location) => touched(own?.get(location) ?? 0));
  }
  if ('between' in set) {
    const [a, b] = set.between;
    return new Set(locationsBetween(scene, indexOfRef(scenario, a), indexOfRef(scenario, b)));
  }
  if ('not' in set) {
    const found = findLocations(scene, set.not);
    return found && where((location) => !found.has(location));
  }
  if ('all' in set || 'any' in set) {
    const parts = ('all' in set ? set.all : set.any).map((part) => findLocations(scene, part));
    if (parts.includes(null)) return null;
    const holds = (location: Location) => (part: ReadonlySet<Location> | null) => part?.has(location) ?? false;
    return where((location) => ('all' in set ? parts.every(holds(location)) : parts.some(holds(location))));
  }
  switch (set.role) {
    case 'touched':
      return all;
    case 'dependency':
    case 'conflict': {
      const edges = analysis.graph.edges.filter(({ kind }) => set.role === 'conflict' || kind === 'RAW');
      return new Set(edges.flatMap(({ locations }) => locations));
    }
    case 'caused-abort':
      return (
        report && new Set(report.events.flatMap((event) => (event.kind === 'aborted' ? [event.cause.location] : [])))
      );
    case 'wrong':
      return report && new Set(report.check.differences.flatMap((d) => (d.kind === 'state' ? [d.location] : [])));
    default:
      return assertNever(set.role);
  }
}

export function findLanes(scene: Scene, set: LaneSet): ReadonlySet<number> | null {
  const { report, scenario } = scene;
  if (!report) return null;
  const all = report.metrics.utilisation.map((_, lane) => lane);
  const where = (holds: (lane: number) => boolean) => new Set(all.filter(holds));
  if ('listed' in set) return where((lane) => set.listed.includes(lane + 1));
  if ('executing' in set) return where((lane) => report.finalLanes[indexOfRef(scenario, set.executing)] === lane);
  if ('not' in set) {
    const found = findLanes(scene, set.not);
    return found && where((lane) => !found.has(lane));
  }
  const used = new Set<number>();
  let last = -1;
  for (const event of report.events) {
    if (event.kind === 'started' && event.task === 'execute') used.add(event.lane);
    if (event.kind === 'finished') last = event.lane;
  }
  switch (set.role) {
    case 'idle':
      return where((lane) => !used.has(lane));
    case 'used':
      return used;
    case 'last':
      return where((lane) => lane === last);
    case 'busiest': {
      const { utilisation } = report.metrics;
      const most = Math.max(...utilisation);
      return where((lane) => utilisation[lane] === most);
    }
    default:
      return assertNever(set.role);
  }
}
