import { Maximize2, Minus, Plus, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { common as texts } from '#texts/common.ts';
import styles from './chart-frame.module.css';

interface ChartToolsProps {
  /** Names of the buttons, each unique on the page. */
  readonly names: { readonly zoomOut: string; readonly zoomIn: string; readonly fit: string; readonly table: string };
  /** Hint of the button that shows everything. */
  readonly fitTitle: string;
  /** Factor of one step; below 1 it zooms out. */
  readonly onZoom: (factor: number) => void;
  readonly step: number;
  readonly onFit: () => void;
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  /** Tools of this chart alone, before the others. */
  readonly children?: ReactNode;
}

/** The tools of a chart: zoom out and in, show everything, show as a table. */
export function ChartTools({ names, fitTitle, onZoom, step, onFit, asTable, onTable, children }: ChartToolsProps) {
  return (
    <div className={styles.tools}>
      {children}
      <button
        type="button"
        aria-label={names.zoomOut}
        title={texts.zoomOut}
        disabled={asTable}
        onClick={() => onZoom(1 / step)}
      >
        <Minus size={14} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={names.zoomIn}
        title={texts.zoomIn}
        disabled={asTable}
        onClick={() => onZoom(step)}
      >
        <Plus size={14} aria-hidden />
      </button>
      <button type="button" aria-label={names.fit} title={fitTitle} disabled={asTable} onClick={onFit}>
        <Maximize2 size={14} aria-hidden />
      </button>
      <button
        type="button"
        aria-pressed={asTable}
        aria-label={names.table}
        title={texts.showAsTable}
        onClick={() => onTable(!asTable)}
      >
        <Table2 size={14} aria-hidden />
      </button>
    </div>
  );
}
