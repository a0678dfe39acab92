import { Download } from 'lucide-react';
import type { RefObject } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
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
      const message = texts.saveItAsSvgInstead(error instanceof Error ? error.message : String(error));
      app.notify({ kind: 'error', title: texts.thePictureCouldNotBe, message });
    }
  };
  return (
    <div className={styles.exports}>
      <Download size={14} aria-hidden />
      <Button small aria-label={texts.saveAsCsv} onClick={() => saveFile(`${name}.csv`, toCsv(), 'text/csv')}>
        {texts.csv}
      </Button>
      <Button
        small
        aria-label={texts.saveAsSvg}
        onClick={() => svg.current && saveFile(`${name}.svg`, svgToText(svg.current), 'image/svg+xml')}
      >
        {texts.svg}
      </Button>
      <Button small aria-label={texts.saveAsPng} onClick={() => void savePng()}>
        {texts.png}
      </Button>
    </div>
  );
}
