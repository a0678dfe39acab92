import { Download } from 'lucide-react';
import { comparing as texts } from '#texts/comparing.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { saveFile } from '../common/save-file.ts';
import { pictureToPng, pictureToSvg } from '../sharing/picture-files.ts';
import type { Picture } from '../sharing/pictures.ts';
import styles from './LineChart.module.css';

interface ExportProps {
  /** Of the file, without its ending. */
  readonly name: string;
  /** The picture as it is now; null when nothing is drawn. */
  readonly picture: () => Picture | null;
  readonly toCsv: () => string;
}

/** The chart's figures and its picture as files. */
export function ExportButtons({ name, picture, toCsv }: ExportProps) {
  const app = useApp();
  const drawn = (): Picture => {
    const now = picture();
    if (!now) throw new Error(texts.nothingIsDrawnYet);
    return now;
  };
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
      <Button
        small
        aria-label={texts.saveAsSvg}
        onClick={() => void save('svg', 'image/svg+xml', () => pictureToSvg(drawn()))}
      >
        {texts.svg}
      </Button>
      <Button
        small
        aria-label={texts.saveAsPng}
        onClick={() => void save('png', 'image/png', () => pictureToPng(drawn()))}
      >
        {texts.png}
      </Button>
    </div>
  );
}
