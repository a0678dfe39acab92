import { share as texts } from '#texts/share.ts';
import { useApp, useRun } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { saveFile } from '../common/save-file.ts';
import { pictureToPng, pictureToSvg } from './picture-files.ts';
import { conflictsPicture, lanesPicture } from './pictures.ts';
import styles from './SharePopover.module.css';

const PICTURES = { lanes: lanesPicture, conflicts: conflictsPicture } as const;

/** The two pictures at the moment shown, as files, in the theme chosen. */
export function PictureSection() {
  const app = useApp();
  const there = useRun(({ events, analysis }) => ({ lanes: events.length > 0, conflicts: analysis !== null }));
  const save = async (which: keyof typeof PICTURES, kind: 'svg' | 'png'): Promise<void> => {
    try {
      const picture = PICTURES[which](app);
      if (!picture) return;
      const name = `lanewise-${which}.${kind}`;
      if (kind === 'svg') saveFile(name, await pictureToSvg(picture), 'image/svg+xml');
      else saveFile(name, await pictureToPng(picture), 'image/png');
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      app.notify({ kind: 'error', title: texts.pictureFailed, message });
    }
  };
  return (
    <section>
      <h2 className={controls.heading}>{texts.pictures}</h2>
      <div className={styles.pictures}>
        {(['lanes', 'conflicts'] as const).map((which) => (
          <div key={which} className={styles.choice}>
            <span>{texts.pictureNames[which]}</span>
            {(['svg', 'png'] as const).map((kind) => (
              <Button
                key={kind}
                small
                disabled={!there[which]}
                aria-label={texts.savePicture(texts.pictureNames[which], kind.toUpperCase())}
                onClick={() => void save(which, kind)}
              >
                {kind.toUpperCase()}
              </Button>
            ))}
          </div>
        ))}
      </div>
      <p className={styles.note}>{texts.picturesNote}</p>
    </section>
  );
}
