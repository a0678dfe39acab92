import styles from './SideBySide.module.css';

/** What must be known of the runs to read their figures; nothing where there is nothing. */
export function CostNotes({ notes }: { notes: readonly string[] }) {
  return notes.length > 0 && <p className={styles.notes}>{notes.join(' ')}</p>;
}
