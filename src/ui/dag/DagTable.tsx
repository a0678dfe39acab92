import { useState } from 'react';
import { statuses } from '#texts/statuses.ts';
import { dag as texts } from '#texts/dag.ts';
import type { ConflictEdge } from '../../model/graph.ts';
import { txIndex } from '../../model/ids.ts';
import { transactionsAt } from '../../store/playback-state.ts';
import { presentationOf } from '../../store/presentation.ts';
import { useApp, useDocument, useRun, useView } from '../common/app-context.tsx';
import { Pages, pageOf } from '../timeline/Pages.tsx';
import styles from '../timeline/table.module.css';

/** The conflict DAG's twin in words: each transaction with its wave, its status and what it depends on. */
export function DagTable() {
  const app = useApp();
  const [page, setPage] = useState(0);
  const run = useRun((state) => state);
  const time = useView((state) => state.time);
  const now = useDocument(({ scenario, block }) => ({ scenario, block }));
  const { analysis, analysed } = run;
  if (!analysis) return <p>{texts.theConflictsShowOnceThe}</p>;
  const { graph } = analysis;
  const { scenario, block } = analysed ?? now;
  const { txTitle, locationName } = presentationOf(scenario, block, analysis);
  const transactions = transactionsAt(run, scenario, time);
  const critical = new Set<number>(graph.criticalPath);
  const needs = new Map<number, ConflictEdge[]>();
  for (const edge of graph.edges) {
    if (edge.kind === 'RAW') needs.set(edge.to, [...(needs.get(edge.to) ?? []), edge]);
  }
  const order = graph.gas.map((_, tx) => tx).sort((a, b) => (graph.wave[a] ?? 0) - (graph.wave[b] ?? 0) || a - b);
  const { from, to } = pageOf(page, order.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.table} aria-label={texts.conflictsAsATable} tabIndex={0}>
      <Pages page={page} rows={order.length} onPage={setPage} />
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.wave}</th>
            <th scope="col">{texts.transaction}</th>
            <th scope="col">{texts.status}</th>
            <th scope="col">{texts.dependsOn}</th>
          </tr>
        </thead>
        <tbody>
          {order.slice(from, to).map((tx) => (
            <tr key={tx}>
              <td>{(graph.wave[tx] ?? 0) + 1}</td>
              <td>
                <button type="button" className={styles.link} onClick={() => app.select([txIndex(tx)])}>
                  {tx} · {txTitle(txIndex(tx))}
                </button>
                {critical.has(tx) && texts.criticalPath}
              </td>
              <td>{statuses[transactions[tx]?.status ?? 'ready']}</td>
              <td>
                {(needs.get(tx) ?? [])
                  .map((edge) => `${edge.from}: ${edge.locations.map((location) => locationName(location)).join(', ')}`)
                  .join('; ') || texts.nothing}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
