import { handout as texts } from '#texts/handout.ts';
import type { ConflictGraph } from '../../model/graph.ts';
import type { Location } from '../../model/location.ts';
import styles from './Handout.module.css';

/** Two pages of them. */
const MOST_ROWS = 120;

interface BlockRowsProps {
  readonly graph: ConflictGraph;
  readonly titleOf: (tx: number) => string;
  readonly callOf: (tx: number) => string;
  readonly locationName: (location: Location) => string;
}

/** The block and its conflict graph as one table: each transaction, its wave, and whose writes it needs. */
export function BlockRows({ graph, titleOf, callOf, locationName }: BlockRowsProps) {
  const shown = graph.gas.slice(0, MOST_ROWS);
  const needs = (tx: number): string =>
    graph.edges
      .filter(({ kind, to }) => kind === 'RAW' && to === tx)
      .map(({ from, locations }) => `${from}: ${locations.map((location) => locationName(location)).join(', ')}`)
      .join('; ');
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.index}</th>
            <th scope="col">{texts.transaction}</th>
            <th scope="col">{texts.call}</th>
            <th scope="col" className={styles.number}>
              {texts.gas}
            </th>
            <th scope="col" className={styles.number}>
              {texts.wave}
            </th>
            <th scope="col">{texts.needs}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((gas, tx) => (
            <tr key={tx}>
              <td>{tx}</td>
              <td>{titleOf(tx)}</td>
              <td>{callOf(tx)}</td>
              <td className={styles.number}>{gas.toLocaleString('en')}</td>
              <td className={styles.number}>{(graph.wave[tx] ?? 0) + 1}</td>
              <td>{needs(tx) || texts.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {graph.gas.length > MOST_ROWS && <p>{texts.moreRows(graph.gas.length - MOST_ROWS)}</p>}
    </>
  );
}
