import { statuses } from '#texts/statuses.ts';
import { dag as texts } from '#texts/dag.ts';
import type { DagHit } from '../../chart/dag/dag-hit-test.ts';
import type { DagLayout } from '../../chart/dag/dag-layout.ts';
import { columnTitles } from '../../chart/dag/draw-dag.ts';
import type { ConflictEdge, ConflictKind } from '../../model/graph.ts';
import { txIndex } from '../../model/ids.ts';
import type { Location } from '../../model/location.ts';
import type { App, ViewState } from '../../store/app.ts';
import { transactionsAt } from '../../store/playback-state.ts';
import { type Presentation, presentationOf } from '../../store/presentation.ts';
import { createLit } from '../timeline/lit.ts';
import type { DagData } from './dag-canvas.ts';

interface Description {
  readonly title: string;
  readonly when: string;
  readonly outcome: readonly string[];
}

/** What the conflict DAG takes from the stores. Remembers what doesn't change from frame to frame. */
export interface DagSource {
  /** Null while there is no analysis. */
  read(kinds: ReadonlySet<ConflictKind>): DagData | null;
  /** The first location behind a link. */
  locationBehind(edges: readonly number[]): Location | null;
  targetOf(hit: DagHit | null, layout: DagLayout): ViewState['hovered'];
  describe(hit: DagHit, layout: DagLayout): Description;
  speak(hit: DagHit, layout: DagLayout): string;
}

/** Locations named in a tooltip; the rest is counted. */
const MOST_NAMED = 8;

export function createDagData(app: App): DagSource {
  let colors: { readonly of: readonly unknown[]; readonly list: readonly number[] } | null = null;
  const litBy = createLit();
  let label: { readonly of: readonly unknown[]; readonly labelsOf: DagData['labelsOf'] } | null = null;
  let names: { readonly of: Presentation; readonly groupName: DagData['groupName'] } | null = null;
  let selection: { readonly of: ViewState['selected']; readonly set: ReadonlySet<number> } | null = null;

  /** What the graph is of. */
  const subject = () => app.run.getState().analysed ?? app.document.getState();
  const words = (): Presentation => {
    const { scenario, block } = subject();
    return presentationOf(scenario, block, app.run.getState().analysis);
  };
  const edges = (): readonly ConflictEdge[] => app.run.getState().analysis?.graph.edges ?? [];

  function describe(hit: DagHit, layout: DagLayout): Description {
    return hit.kind === 'link' ? describeLink(layout, hit.link) : describeNode(layout, hit.node);
  }

  function describeLink(layout: DagLayout, index: number): Description {
    const link = layout.links[index];
    if (!link) return { title: '', when: '', outcome: [] };
    const { locationName } = words();
    const behind = link.edges.flatMap((i) => edges()[i] ?? []);
    const names = [...new Set(behind.flatMap((edge) => edge.locations))].map(locationName);
    const first = behind[0];
    const title =
      link.edges.length === 1 && first ? `${first.from} → ${first.to}` : texts.conflictCount(link.edges.length);
    const shown =
      names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED), texts.andMore(names.length - MOST_NAMED)] : names;
    return {
      title: texts.linkTitle(title, KIND_WORDS[link.kind], link.critical),
      when: '',
      outcome: shown,
    };
  }

  function describeNode(layout: DagLayout, index: number): Description {
    const node = layout.nodes[index];
    const column = node && layout.columns[node.column];
    const [tx] = node?.txs ?? [];
    if (!node || !column || tx === undefined) return { title: '', when: '', outcome: [] };
    const wave = columnTitles(column)[1] ?? '';
    const where = `${wave}${node.critical ? texts.onTheCriticalPath : ''}`;
    const { txTitle, txSubtitle, locationName } = words();
    if (layout.grouped) {
      return {
        title: `${node.txs.length.toLocaleString('en-US')} × ${commonName(node.txs, words())}`,
        when: where,
        outcome: [],
      };
    }
    const run = app.run.getState();
    const { status, incarnation, waitsFor } = stateOf(tx) ?? { status: 'ready', incarnation: 0, waitsFor: null };
    const again = incarnation > 0 ? texts.runMark(incarnation) : '';
    const outcome = run.events.length > 0 ? [texts.now(statuses[status], again)] : [];
    if (status === 'waiting' && waitsFor) {
      outcome.push(texts.waitsFor(waitsFor.tx, waitsFor.location ? `: ${locationName(waitsFor.location)}` : ''));
    }
    return { title: `${tx} · ${txTitle(tx)}`, when: `${txSubtitle(tx)} · ${where}`, outcome };
  }

  const locationBehind = (indices: readonly number[]): Location | null =>
    edges()[indices[0] ?? -1]?.locations[0] ?? null;
  const stateOf = (tx: number) => transactionsAt(app.run.getState(), subject().scenario, app.view.getState().time)[tx];

  return {
    read(kinds) {
      const { analysis } = app.run.getState();
      if (!analysis) return null;
      const { graph } = analysis;
      const { hovered, selected, time, marks } = app.view.getState();
      const presentation = words();
      if (!same(colors?.of, [presentation, graph])) {
        const list = Array.from({ length: graph.transactions }, (_, tx) => presentation.txColor(txIndex(tx)));
        // Only a change of colour is a reason to lay out again.
        const kept = colors && equalLists(colors.list, list) ? colors.list : list;
        colors = { of: [presentation, graph], list: kept };
      }
      if (!same(label?.of, [presentation, graph])) {
        label = {
          of: [presentation, graph],
          labelsOf: (indices) => labelTexts(indices, graph.edges, presentation.locationName),
        };
      }
      if (names?.of !== presentation) names = { of: presentation, groupName: createGroupNames(presentation) };
      if (selection?.of !== selected) selection = { of: selected, set: new Set(selected) };
      const transactions = transactionsAt(app.run.getState(), subject().scenario, time);
      return {
        graph,
        colors: colors?.list ?? [],
        statusOf: (tx) => transactions[tx]?.status ?? 'ready',
        lit: litBy(hovered, analysis),
        selected: selection.set,
        marks: marks.transactions,
        kinds,
        labelsOf: label?.labelsOf ?? (() => []),
        groupName: names.groupName,
      };
    },
    locationBehind,
    targetOf(hit, layout) {
      if (!hit) return null;
      if (hit.kind === 'node') {
        const txs = layout.nodes[hit.node]?.txs ?? [];
        return txs.length === 1 && txs[0] !== undefined ? { tx: txs[0] } : null;
      }
      const location = locationBehind(layout.links[hit.link]?.edges ?? []);
      return location === null ? null : { location };
    },
    describe,
    speak(hit, layout) {
      const { title, when, outcome } = describe(hit, layout);
      return [title, when, ...outcome].filter((part) => part !== '').join('. ');
    },
  };
}

const KIND_WORDS: Readonly<Record<ConflictKind, string>> = {
  RAW: texts.readAfterWrite,
  WAW: texts.writeAfterWrite,
  WAR: texts.writeAfterRead,
};

/** "pool.reserve0 +1", then shorter: "pool.reserve0", "reserve0". For a bundle of conflicts "12 × pool.reserve0 +1". */
function labelTexts(
  indices: readonly number[],
  edges: readonly ConflictEdge[],
  name: (location: Location) => string,
): readonly string[] {
  const counts = new Map<Location, number>();
  for (const i of indices) {
    for (const location of edges[i]?.locations ?? []) counts.set(location, (counts.get(location) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (!most) return [];
  const others = counts.size > 1 ? ` +${counts.size - 1}` : '';
  const times = most[1] > 1 ? `${most[1]} × ` : '';
  const full = name(most[0]);
  const last = full.slice(full.indexOf('.') + 1);
  return [...new Set([`${times}${full}${others}`, full, last])];
}

/** Of groups that stay the same arrays from frame to frame. */
function createGroupNames(presentation: Presentation): DagData['groupName'] {
  const known = new WeakMap<readonly number[], string>();
  return (txs) => {
    const name = known.get(txs) ?? commonName(txs, presentation);
    known.set(txs, name);
    return name;
  };
}

/** "Pool" for swaps and deposits, "Pool.swap" where all are swaps, "payments" for the colour of plain payments. */
function commonName(txs: readonly number[], { txSubtitle, txColor }: Presentation): string {
  const first = txs[0];
  if (first === undefined) return '';
  if (txColor(txIndex(first)) === 0) return 'payments';
  const names = new Set(txs.slice(0, 50).map((tx) => txSubtitle(txIndex(tx))));
  const [name = ''] = names;
  return names.size === 1 ? name : (name.split('.')[0] ?? name);
}

function same(before: readonly unknown[] | undefined, now: readonly unknown[]): boolean {
  return before?.every((part, i) => part === now[i]) ?? false;
}

function equalLists(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
