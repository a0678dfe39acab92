import { Info } from 'lucide-react';
import { topbar as texts } from '#texts/topbar.ts';
import { useDocument } from '../common/app-context.tsx';
import { Button, type ButtonProps } from '../common/Button.tsx';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { Hint } from '../common/Hint.tsx';

/** Opens and closes what there is to say of the chosen engine. */
export function AboutButton({ open, ...props }: ButtonProps & { readonly open: boolean }) {
  const { name } = useDocument((state) => ENGINE_TEXT[state.scenario.settings.engine]);
  return (
    <Hint text={texts.howThisEngineWorksAnd}>
      <Button
        icon
        look="quiet"
        aria-label={texts.about(name)}
        aria-expanded={open}
        data-state={open ? 'open' : 'closed'}
        {...props}
      >
        <Info size={15} aria-hidden />
      </Button>
    </Hint>
  );
}
