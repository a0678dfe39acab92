import { Download } from 'lucide-react';
import type { RefObject } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { saveFile } from '../common/save-file.ts';
import { svgToPng, svgToText } from './export-picture.ts';
import styles from './LineChart.module.css';

/** What can be saved as SVG and as PNG. */
export interface ExportablePicture {
  readonly toSvg: () => string | Promise<string>;
  readonly toPng: () => Promise<Blob>;
}

/** A chart that is an SVG on the page. */
export const pictureOf = (svg: RefObject<SVGSVGElement | null>): ExportablePicture => ({
  toSvg: () => svgToText(drawnIn(svg)),
  toPng: () => svgToPng(drawnIn(svg)),
});

function drawnIn({ current }: RefObject<SVGSVGElement | null>): SVGSVGElement {
  if (!current) throw new Error(texts.nothingIsDrawnYet);
  return current;
}

interface ExportProps {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly picture: ExportablePicture;
  readonly toCsv: () => string;
}

/** The chart's figures and its picture as files. */
export function ExportButtons({ name, picture, toCsv }: ExportProps) {
  const app = useApp();
  const save = async (ending: string, type: string, make: () => string | Promise<string | Blob>): Promise<void> => {
    try {
      saveFile(`${name}.${ending}`, await make(), type);
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
      <Button small aria-label={texts.saveAsSvg} onClick={() => void save('svg', 'image/svg+xml', picture.toSvg)}>
        {texts.svg}
      </Button>
      <Button small aria-label={texts.saveAsPng} onClick={() => void save('png', 'image/png', picture.toPng)}>
        {texts.png}
      </Button>
    </div>
  );
}
