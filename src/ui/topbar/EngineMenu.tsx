import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { ENGINE_IDS } from '../../model/settings.ts';
import controls from '../common/controls.module.css';
import { ENGINE_TEXT } from '../common/engine-text.ts';
import { useSettings } from '../common/use-settings.ts';
import { EngineButton } from './EngineButton.tsx';

/** The engines with a sentence on each, where there is no room for them side by side. */
export function EngineMenu({ defaultOpen }: { defaultOpen: boolean }) {
  const { settings, change } = useSettings();
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>
        <EngineButton />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls.menu} align="start" sideOffset={6} collisionPadding={8}>
          {ENGINE_IDS.map((id) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className={controls.item}
              checked={id === settings.engine}
              onSelect={() => change(`engine ${ENGINE_TEXT[id].name}`, { engine: id })}
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
