import { offline as texts } from '#texts/share.ts';
import controls from '../common/controls.module.css';
import styles from './OfflineNote.module.css';

/** Whether this page is there without a network, and whether its workers share memory: by how it was reached. */
export function OfflineNote() {
  const kept = navigator.serviceWorker?.controller != null;
  return (
    <section className={styles.note}>
      <h3 className={controls.heading}>{texts.heading}</h3>
      <p>
        {!isSecureContext ? texts.plainHttp : kept ? texts.kept : texts.notYetKept}{' '}
        {crossOriginIsolated ? texts.isolated : texts.notIsolated}
      </p>
    </section>
  );
}
