import { ChevronDown } from 'lucide-react';
import { useDocument } from '../common/app-context.tsx';
import { Button, type ButtonProps } from '../common/Button.tsx';
import { ENGINE_TEXT } from '../common/engine-text.ts';

/** Opens the engine menu; says which engine is chosen. */
export function EngineButton(props: ButtonProps) {
  const { name } = useDocument((state) => ENGINE_TEXT[state.scenario.settings.engine]);
  return (
    <Button aria-haspopup="menu" aria-label={`Engine: ${name}`} {...props}>
      {name}
      <ChevronDown size={14} aria-hidden />
    </Button>
  );
}
