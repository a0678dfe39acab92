import { transaction as texts } from '#texts/transaction.ts';
import type { Phrase } from '../../texts/phrase.ts';
import { whySentences } from '../../store/why.ts';
import { PhraseText } from '../common/PhraseText.tsx';
import styles from './Inspector.module.css';
import type { TxFacts } from './use-tx-facts.ts';

/** Why it started over or came out wrong, in red; what it waited for, quietly. Nothing if all went well. */
export function WhyBox({ facts: { story, differences, time } }: { facts: TxFacts }) {
  if (!story) return null;
  const { wrong, waited } = whySentences(story, differences, time);
  return (
    <>
      {wrong.length > 0 && (
        <section className={styles.why} aria-label={texts.why}>
          <Sentences sentences={wrong} />
        </section>
      )}
      {waited.length > 0 && (
        <section className={styles.note} aria-label={texts.waiting}>
          <Sentences sentences={waited} />
        </section>
      )}
    </>
  );
}

/** The first two on one line: the verdict and its reason. */
function Sentences({ sentences }: { sentences: readonly Phrase[] }) {
  const [verdict, reason, ...rest] = sentences;
  return (
    <>
      <p>
        {verdict && <PhraseText parts={verdict} />} {reason && <PhraseText parts={reason} />}
      </p>
      {rest.map((sentence, i) => (
        <p key={i}>
          <PhraseText parts={sentence} />
        </p>
      ))}
    </>
  );
}
