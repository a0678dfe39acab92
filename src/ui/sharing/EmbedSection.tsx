import { useId, useState } from 'react';
import { share as texts } from '#texts/share.ts';
import { useView } from '../common/app-context.tsx';
import controls from '../common/controls.module.css';
import { CopyField } from './CopyField.tsx';
import styles from './SharePopover.module.css';

const PARTS = ['', 'lanes', 'conflicts'] as const;

/** A piece of HTML that shows the pictures, alive, in somebody's article or slides. */
export function EmbedSection({ url }: { readonly url: string }) {
  const [part, setPart] = useState<(typeof PARTS)[number]>('');
  const theme = useView((state) => state.theme);
  const id = useId();
  return (
    <details className={styles.details}>
      <summary className={controls.heading}>{texts.embed}</summary>
      <div className={styles.stack}>
        <label htmlFor={id} className={styles.choice}>
          {texts.embedShows}
          <select id={id} value={part} onChange={(event) => setPart(event.target.value as typeof part)}>
            {PARTS.map((each) => (
              <option key={each} value={each}>
                {texts.embedParts[each === '' ? 'both' : each]}
              </option>
            ))}
          </select>
        </label>
        <CopyField label={texts.embed} copyLabel={texts.copyEmbed} lines={4} text={iframe(url, part, theme)} />
      </div>
    </details>
  );
}

function iframe(url: string, part: string, theme: string): string {
  const address = new URL(url);
  address.search = [part === '' ? 'embed' : `embed=${part}`, ...(theme === 'system' ? [] : [`theme=${theme}`])].join(
    '&',
  );
  // Only what an attribute needs; the address itself has neither quotes nor angle brackets.
  const src = address.href.replaceAll('&', '&amp;');
  return `<iframe src="${src}" title="Lanewise" width="100%" height="${part === '' ? 640 : 420}" style="border:0" loading="lazy"></iframe>`;
}
