import { Play, Square } from 'lucide-react';
import { topbar as texts } from '#texts/topbar.ts';
import { useApp, useDocument, useRun } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';

/** Run, or Cancel while something is under way. Stands out when the picture isn't the document's. */
export function RunButton() {
  const app = useApp();
  const hasBlock = useDocument((state) => state.block !== null);
  const { busy, needed } = useRun(({ status, stale, report }) => ({
    busy: status === 'analysing' || status === 'running',
    needed: stale || report === null,
  }));
  if (busy) {
    return (
      <Hint text={texts.stopWhatIsUnderWay} keys="Esc">
        <Button onClick={app.cancelRun} style={{ minWidth: '5.5rem' }}>
          <Square size={12} aria-hidden fill="currentColor" />
          {texts.cancel}
        </Button>
      </Hint>
    );
  }
  return (
    <Hint text={hasBlock ? texts.runTheBlockAgain : texts.theBlockHasProblemsTo} keys="R">
      <Button
        look={needed ? 'primary' : 'plain'}
        disabled={!hasBlock}
        onClick={app.startRun}
        style={{ minWidth: '5.5rem' }}
      >
        <Play size={13} aria-hidden fill="currentColor" />
        {texts.run}
      </Button>
    </Hint>
  );
}
