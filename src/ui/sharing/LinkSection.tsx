import { QrCode } from 'lucide-react';
import { share as texts } from '#texts/share.ts';
import type { App } from '../../store/app.ts';
import { withOpened } from '../../store/browsing/entry.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { late } from '../common/late.tsx';
import { CopyField } from './CopyField.tsx';
import styles from './SharePopover.module.css';
import { isLocalAddress, type ShareLink } from './use-share-link.ts';

const QrDialog = late(() => import('./QrDialog.tsx').then((m) => m.QrDialog));

/** More than this a code of the densest kind doesn't hold. */
const MOST_IN_CODE = 2_900;

interface LinkSectionProps {
  readonly link: ShareLink | null;
  /** The code is shown. */
  readonly code: boolean;
  readonly onCode: (shown: boolean) => void;
}

/** The link, how long it is, and the code for everybody's cameras; or, plainly, that there is none. */
export function LinkSection({ link, code, onCode }: LinkSectionProps) {
  const app = useApp();
  const url = link?.url ?? null;
  return (
    <section>
      <h2 className={controls.heading}>{texts.link}</h2>
      {link && url === null && (
        <div role="status" className={styles.stack}>
          <p>{texts.tooLong}</p>
          <Button look="primary" onClick={() => void app.saveFile()}>
            {texts.saveAsFile}
          </Button>
        </div>
      )}
      {url !== null && (
        <div className={styles.stack}>
          <CopyField
            label={texts.link}
            copyLabel={texts.copyLink}
            text={url}
            onCopied={() => standOnAddress(app, url)}
          />
          <p className={styles.note}>
            {texts.length(url.length)} {isLocalAddress(url) && <strong>{texts.onlyHere}</strong>}
          </p>
          {url.length <= MOST_IN_CODE ? (
            <Button onClick={() => onCode(true)}>
              <QrCode size={15} aria-hidden />
              {texts.showCode}
            </Button>
          ) : (
            <p className={styles.note}>{texts.tooLongForCode}</p>
          )}
          {code && <QrDialog url={url} onClose={() => onCode(false)} />}
        </div>
      )}
    </section>
  );
}

/** The page's own address becomes the one given away; it stands for what is open already. */
function standOnAddress(app: App, url: string): void {
  const { hash } = new URL(url);
  const { key } = app.document.getState();
  history.replaceState(withOpened(history.state, { hash, key }), '', hash);
}
