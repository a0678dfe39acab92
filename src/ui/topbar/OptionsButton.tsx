import { SlidersHorizontal } from 'lucide-react';
import { Button, type ButtonProps } from '../common/Button.tsx';

export function OptionsButton(props: ButtonProps) {
  return (
    <Button icon aria-haspopup="dialog" aria-label="Options" title="Options: engine, fees, modelled time" {...props}>
      <SlidersHorizontal size={15} aria-hidden />
    </Button>
  );
}
