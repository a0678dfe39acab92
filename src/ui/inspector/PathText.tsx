import { Fragment } from 'react';
import { inspector as texts } from '#texts/inspector.ts';
import type { TxIndex } from '../../model/ids.ts';
import { TxRef } from '../common/TxRef.tsx';

/** As many transactions of a chain are written out. */
const SHOWN = 9;

/** A chain of transactions: `2 → 3 → 7`. A long one is cut to the stretch around one of them, or to its beginning. */
export function PathText({ path, around }: { path: readonly TxIndex[]; around?: TxIndex }) {
  const centre = around === undefined ? 0 : path.indexOf(around);
  const start = Math.max(0, Math.min(centre - Math.floor(SHOWN / 2), path.length - SHOWN));
  const shown = path.slice(start, start + SHOWN);
  return (
    <span>
      {start > 0 && '… → '}
      {shown.map((tx, i) => (
        <Fragment key={tx}>
          {i > 0 && ' → '}
          <TxRef tx={tx} />
        </Fragment>
      ))}
      {start + SHOWN < path.length && texts.inAll(path.length)}
    </span>
  );
}
