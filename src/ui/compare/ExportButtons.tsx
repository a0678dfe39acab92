import { Download } from 'lucide-react';
import type { RefObject } from 'react';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { saveFile } from '../common/save-file.ts';
import { svgToPng, svgToText } from './export-picture.ts';
import styles from './LineChart.module.css';

interface ExportProps {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly toCsv: () => string;
}

/** The chart's figures and its picture as files. */
export function ExportButtons({ name, svg, toCsv }: ExportProps) {
  const app = useApp();
  const savePng = async (): Promise<void> => {
    if (!svg.current) return;
    try {
      saveFile(`${name}.png`, await svgToPng(svg.current), 'image/png');
    } catch (error) {
      const message = `${error instanceof Error ? error.message : error}. Save it as SVG instead.`;
      app.notify({ kind: 'error', title: 'The picture could not be saved', message });
    }
  };
  return (
    <div className={styles.exports}>
      <Download size={14} aria-hidden />
      <Button small aria-label="Save as CSV" onClick={() => saveFile(`${name}.csv`, toCsv(), 'text/csv')}>
        CSV
      </Button>
      <Button
        small
        aria-label="Save as SVG"
        onClick={() => svg.current && saveFile(`${name}.svg`, svgToText(svg.current), 'image/svg+xml')}
      >
        SVG
      </Button>
      <Button small aria-label="Save as PNG" onClick={() => void savePng()}>
        PNG
      </Button>
    </div>
  );
}
