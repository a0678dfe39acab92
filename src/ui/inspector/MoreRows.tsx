import { type ReactNode, useState } from 'react';
import { inspector as texts } from '#texts/inspector.ts';
import { Button } from '../common/Button.tsx';

/** The first rows, and the rest when asked for. */
export function MoreRows<T>(props: {
  readonly rows: readonly T[];
  readonly first: number;
  readonly columns: number;
  readonly row: (row: T, index: number) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const { rows, first, columns, row } = props;
  // One row more is not worth a button.
  const shown = all || rows.length <= first + 1 ? rows : rows.slice(0, first);
  return (
    <tbody>
      {shown.map(row)}
      {shown.length < rows.length && (
        <tr>
          <td colSpan={columns} style={{ textAlign: 'left' }}>
            <Button small onClick={() => setAll(true)}>
              {texts.showAll}
              {rows.length.toLocaleString('en')}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
