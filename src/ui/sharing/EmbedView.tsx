import { ExternalLink } from 'lucide-react';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { embed as texts } from '#texts/share.ts';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { Notices } from '../app/Notices.tsx';
import { useTheme } from '../app/use-theme.ts';
import { useDocument, useRun } from '../common/app-context.tsx';
import { HintLayer } from '../common/HintLayer.tsx';
import { ConflictDag } from '../dag/ConflictDag.tsx';
import { SerialCheckMark } from '../figures/SerialCheckMark.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { Transport } from '../transport/Transport.tsx';
import styles from './EmbedView.module.css';

/** `?embed=lanes` or `?embed=conflicts` shows one of the two pictures, anything else both. */
const wanted = new URLSearchParams(location.search).get('embed');

/**
 * The page inside somebody's article or slides: what is run and how, the pictures, playback, and the way to the whole page.
 * Nothing can be edited.
 */
export function EmbedView() {
  useTheme();
  const { title, settings } = useDocument(({ scenario }) => ({ title: scenario.title, settings: scenario.settings }));
  const report = useRun((state) => state.report);
  return (
    <div className={styles.embed}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <p>{texts.way(ENGINE_TEXT[settings.engine].name, settings.lanes, settings.clock)}</p>
        {report && <SerialCheckMark report={report} />}
        <a className={styles.open} href={wholePage()} target="_blank" rel="noopener">
          {texts.open}
          <ExternalLink size={13} aria-hidden />
        </a>
      </header>
      <Notices />
      <main className={styles.pictures}>
        {wanted !== 'conflicts' && (
          <section aria-label={texts.lanes} className={styles.picture}>
            <ErrorBoundary name={texts.lanes}>
              <Timeline />
            </ErrorBoundary>
          </section>
        )}
        {wanted !== 'lanes' && (
          <section aria-label={texts.conflicts} className={styles.picture}>
            <ErrorBoundary name={texts.conflicts}>
              <ConflictDag />
            </ErrorBoundary>
          </section>
        )}
      </main>
      <footer className={styles.foot}>
        <Transport />
      </footer>
      <HintLayer />
    </div>
  );
}

/** The same address without what makes it an embedded one. */
const wholePage = (): string => `${location.origin}${location.pathname}${location.hash}`;
