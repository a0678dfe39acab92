import { Share2 } from 'lucide-react';
import { menus as texts } from '#texts/menus.ts';
import { Button, type ButtonProps } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';

/** Opens what can be given away of what is on the screen. */
export function ShareButton(props: ButtonProps) {
  return (
    <Hint text={texts.shareHint}>
      <Button look="quiet" icon aria-label={texts.share} aria-haspopup="dialog" {...props}>
        <Share2 size={16} aria-hidden />
      </Button>
    </Hint>
  );
}
