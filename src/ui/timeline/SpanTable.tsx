import { useMemo, useState } from 'react';
import { timeline as texts } from '#texts/timeline.ts';
import { describeSpan, type DescribeContext } from '../../chart/describe-span.ts';
import { spansOfLane } from '../../chart/span-steps.ts';
import type { SpanLog } from '../../chart/spans.ts';
import { Pages, pageOf } from './Pages.tsx';
import styles from './table.module.css';

interface SpanTableProps {
  readonly log: SpanLog;
  /** The number of spans, so that a growing log is shown as it grows. */
  readonly count: number;
  readonly context: DescribeContext;
  readonly onSelect: (tx: number) => void;
}

/** The timeline's twin in words: every span of every lane up to the moment shown. */
export function SpanTable({ log, count, context, onSelect }: SpanTableProps) {
  const [page, setPage] = useState(0);
  // The log is filled in place: `count` tells that it has grown.
  const spans = useMemo(
    () => log.lanes.flatMap((_, lane) => spansOfLane(log, lane)).filter((span) => span.start <= context.time),
    [log, count, context.time],
  );
  const { from, to } = pageOf(page, spans.length);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.table} aria-label={texts.lanesAsATable} tabIndex={0}>
      <Pages page={page} rows={spans.length} onPage={setPage} />
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.lane}</th>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {spans.slice(from, to).map((span) => {
            const { title, when, outcome } = describeSpan(span, context);
            return (
              <tr
                key={`${span.kind} ${span.lane} ${span.start} ${span.kind === 'wait' ? '' : `${span.tx}.${span.incarnation}`}`}
              >
                <td>{span.lane + 1}</td>
                <td>
                  {span.kind === 'wait' ? (
                    title
                  ) : (
                    <button type="button" className={styles.link} onClick={() => onSelect(span.tx)}>
                      {title}
                    </button>
                  )}
                </td>
                <td className={styles.when}>{when}</td>
                <td>{outcome.join(' ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
