import type { ReactNode } from 'react';
import { pictureKey as texts } from '#texts/picture-key.ts';
import controls from '../common/controls.module.css';
import styles from './PictureKey.module.css';

/** A mark as the timeline draws it, 36 by 20. */
const MARKS: readonly { readonly mark: ReactNode; readonly meaning: string }[] = [
  {
    mark: (
      <>
        <rect className={styles.run} x="2" y="3" width="32" height="14" rx="3" />
        <path className={styles.notches} d="M9.5 14v3 M15.5 14v3 M25.5 14v3" />
      </>
    ),
    meaning: texts.run,
  },
  {
    mark: (
      <>
        <rect className={styles.thrownAway} x="2" y="3" width="32" height="14" rx="3" />
        <path className={styles.stripes} d="M7 17 17 3 M15 17 25 3 M23 17 33 3" />
      </>
    ),
    meaning: texts.thrownAway,
  },
  { mark: <rect className={styles.good} x="16.5" y="3" width="3" height="14" />, meaning: texts.valid },
  { mark: <rect className={styles.bad} x="16.5" y="3" width="3" height="14" />, meaning: texts.stale },
  {
    mark: <path className={styles.arrow} d="M18 1v14 M14 11l4 6 4-6z" />,
    meaning: texts.abortArrow,
  },
  { mark: <rect className={styles.wait} x="3" y="6" width="30" height="8" rx="4" />, meaning: texts.wait },
  { mark: <rect className={styles.good} x="17" y="13" width="2" height="5" />, meaning: texts.commit },
  { mark: <path className={styles.barrier} d="M18 0v20" />, meaning: texts.barrier },
  { mark: <path className={styles.bound} d="M18 0v20" />, meaning: texts.bound },
  { mark: <path className={styles.end} d="M18 0v20" />, meaning: texts.makespan },
  {
    mark: (
      <>
        <path className={styles.track} d="M1 10h34" />
        <path className={styles.ended} d="M9 7v6" />
        <path className={styles.aborted} d="M24 5v10" />
      </>
    ),
    meaning: texts.slider,
  },
];

/** What the timeline's marks mean, each beside itself. */
export function PictureKey() {
  return (
    <section>
      <h3 className={controls.heading}>{texts.heading}</h3>
      <ul className={styles.key}>
        {MARKS.map(({ mark, meaning }) => (
          <li key={meaning}>
            <svg viewBox="0 0 36 20" width="36" height="20" aria-hidden="true">
              {mark}
            </svg>
            {meaning}
          </li>
        ))}
      </ul>
    </section>
  );
}
