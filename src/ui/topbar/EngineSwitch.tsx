import { ENGINE_IDS, type EngineId } from '../../model/settings.ts';
import { ENGINE_TEXT } from '../common/engine-text.ts';
import { Segments } from '../common/Segments.tsx';
import { useSettings } from '../common/use-settings.ts';
import { createOnDemand } from '../common/OnDemand.tsx';
import { EngineButton } from './EngineButton.tsx';
import styles from './TopBar.module.css';

const EngineMenu = createOnDemand(() => import('./EngineMenu.tsx').then((m) => m.EngineMenu), EngineButton);

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
        <EngineMenu />
      </div>
    </>
  );
}
