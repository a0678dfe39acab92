import { whySentences } from '../../store/why.ts';
import { PhraseText } from '../common/PhraseText.tsx';
import styles from './Inspector.module.css';
import type { TxFacts } from './use-tx-facts.ts';

/** Why it started over, waited, or came out wrong. Nothing if all went well. */
export function WhyBox({ facts: { story, differences, time } }: { facts: TxFacts }) {
  if (!story) return null;
  const sentences = whySentences(story, differences, time);
  if (sentences.length === 0) return null;
  const [verdict, ...rest] = sentences;
  return (
    <section className={styles.why} aria-label="Why">
      <p>
        {verdict && <PhraseText parts={verdict} />} {rest[0] && <PhraseText parts={rest[0]} />}
      </p>
      {rest.slice(1).map((sentence, i) => (
        <p key={i}>
          <PhraseText parts={sentence} />
        </p>
      ))}
    </section>
  );
}
