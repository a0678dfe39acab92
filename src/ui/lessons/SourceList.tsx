import { ExternalLink } from 'lucide-react';
import { lessons as texts } from '#texts/lessons.ts';
import type { Source } from '../../lessons/lesson.ts';
import styles from './LessonPanel.module.css';

export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <div className={styles.sources}>
      <h4>{texts.sources}</h4>
      <ul>
        {sources.map(({ label, url }) => (
          <li key={label}>
            {url === undefined ? (
              label
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {label} <ExternalLink size={11} aria-hidden />
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
