import { MessageSquareText } from 'lucide-react';
import { transport as texts } from '#texts/transport.ts';
import { useApp, useView } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';

/** Whether playback tells the run event by event, with a sentence for each. */
export function PaceButton() {
  const app = useApp();
  const told = useView((state) => state.pace === 'told');
  return (
    <Hint text={texts.tellHint} keys="T">
      <Button
        icon
        look="quiet"
        aria-label={texts.tell}
        aria-pressed={told}
        data-state={told ? 'open' : 'closed'}
        onClick={() => app.setPace(told ? 'even' : 'told')}
      >
        <MessageSquareText size={16} aria-hidden />
      </Button>
    </Hint>
  );
}
