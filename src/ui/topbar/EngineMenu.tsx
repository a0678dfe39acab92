import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { topbar as texts } from '#texts/topbar.ts';
import { ENGINE_IDS, type EngineId } from '../../model/settings.ts';
import controls from '../common/controls.module.css';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { useSettings } from '../common/use-settings.ts';
import { EngineButton, MoreEnginesButton } from './EngineButton.tsx';
import { SIDE_BY_SIDE } from './side-by-side.ts';

interface MenuProps {
  readonly defaultOpen: boolean;
}

/** All engines, where there is no room for them side by side. */
export function EngineMenu({ defaultOpen }: MenuProps) {
  return <Engines engines={ENGINE_IDS} trigger={<EngineButton />} defaultOpen={defaultOpen} />;
}

/** Those that have no place in the bar. */
export function MoreEngines({ defaultOpen }: MenuProps) {
  return <Engines engines={ENGINE_IDS.slice(SIDE_BY_SIDE)} trigger={<MoreEnginesButton />} defaultOpen={defaultOpen} />;
}

/** Engines with a sentence on each. */
function Engines(props: MenuProps & { readonly engines: readonly EngineId[]; readonly trigger: ReactNode }) {
  const { settings, change } = useSettings();
  return (
    <DropdownMenu.Root modal={false} defaultOpen={props.defaultOpen}>
      <DropdownMenu.Trigger asChild>{props.trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls.menu} align="start" sideOffset={6} collisionPadding={8}>
          {props.engines.map((id) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className={controls.item}
              checked={id === settings.engine}
              onSelect={() => change(texts.engineEdit(ENGINE_TEXT[id].name), { engine: id })}
            >
              <Check size={14} aria-hidden style={{ visibility: id === settings.engine ? 'visible' : 'hidden' }} />
              <span>
                <span className={controls.itemTitle}>{ENGINE_TEXT[id].name}</span>
                <span className={controls.itemNote}>{ENGINE_TEXT[id].sentence}</span>
              </span>
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
