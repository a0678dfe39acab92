import { SlidersHorizontal } from 'lucide-react';
import { topbar as texts } from '#texts/topbar.ts';
import { Button, type ButtonProps } from '../common/Button.tsx';

export function OptionsButton(props: ButtonProps) {
  return (
    <Button
      icon
      aria-haspopup="dialog"
      aria-label={texts.options}
      title={texts.optionsEngineFeesModelledTime}
      {...props}
    >
      <SlidersHorizontal size={15} aria-hidden />
    </Button>
  );
}
