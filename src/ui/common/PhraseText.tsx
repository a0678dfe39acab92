import { compactValue } from '../../store/compact-value.ts';
import type { Phrase } from '../../texts/phrase.ts';
import { LocationRef } from './LocationRef.tsx';
import { TxRef } from './TxRef.tsx';
import { useRunPresentation } from './use-presentation.ts';

/** A sentence with its transactions and locations live. */
export function PhraseText({ parts }: { parts: Phrase }) {
  const names = useRunPresentation();
  return (
    <>
      {parts.map((part, i) => {
        if (part.kind === 'tx') return <TxRef key={i} tx={part.tx} />;
        if (part.kind === 'location') return <LocationRef key={i} location={part.location} />;
        if (part.kind === 'text') return part.text;
        return (
          <span key={i} title={names.valueText(part.location, part.value)}>
            {compactValue(names, part.location, part.value)}
          </span>
        );
      })}
    </>
  );
}
