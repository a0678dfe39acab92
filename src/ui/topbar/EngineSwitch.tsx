import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { ENGINE_IDS, type EngineId } from '../../model/settings.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { ENGINE_TEXT } from '../common/engine-text.ts';
import { Segments } from '../common/Segments.tsx';
import { useSettings } from '../common/use-settings.ts';
import styles from './TopBar.module.css';

const SEGMENTS = ENGINE_IDS.map((id) => ({ value: id, label: ENGINE_TEXT[id].name, hint: ENGINE_TEXT[id].sentence }));

/** The engine: side by side where there is room, else as a menu. */
export function EngineSwitch() {
  const { settings, change } = useSettings();
  const choose = (engine: EngineId): void => change(`engine ${ENGINE_TEXT[engine].name}`, { engine });
  return (
    <>
      <div className={styles.wide}>
        <Segments label="Engine" value={settings.engine} segments={SEGMENTS} onChange={choose} />
      </div>
      <div className={styles.narrow}>
        <EngineMenu engine={settings.engine} onChange={choose} />
      </div>
    </>
  );
}

function EngineMenu({ engine, onChange }: { engine: EngineId; onChange: (engine: EngineId) => void }) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button aria-label={`Engine: ${ENGINE_TEXT[engine].name}`}>
          {ENGINE_TEXT[engine].name}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls.menu} align="start" sideOffset={6} collisionPadding={8}>
          {ENGINE_IDS.map((id) => (
            <DropdownMenu.CheckboxItem
              key={id}
              className={controls.item}
              checked={id === engine}
              onSelect={() => onChange(id)}
            >
              <Check size={14} aria-hidden style={{ visibility: id === engine ? 'visible' : 'hidden' }} />
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
