import { useMemo } from 'react';
import { createDecoder, type Decoder } from '../../workloads/decode-call.ts';
import { useDocument } from './app-context.tsx';

/** Reads calldata, logs and errors of the document's contracts. */
export function useDecoder(): Decoder {
  const { accounts, contracts } = useDocument(({ scenario: { accounts, contracts } }) => ({ accounts, contracts }));
  return useMemo(() => createDecoder({ accounts, contracts }), [accounts, contracts]);
}
