import { topbar as texts } from '#texts/topbar.ts';
import { ENGINE_IDS, type EngineId } from '../../model/settings.ts';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { createOnDemand } from '../common/OnDemand.tsx';
import { type Segment, Segments } from '../common/Segments.tsx';
import { useSettings } from '../common/use-settings.ts';
import { EngineButton, MoreEnginesButton } from './EngineButton.tsx';
import { SIDE_BY_SIDE } from './side-by-side.ts';
import styles from './TopBar.module.css';

const EngineMenu = createOnDemand(() => import('./EngineMenu.tsx').then((m) => m.EngineMenu), EngineButton);
const MoreEngines = createOnDemand(() => import('./EngineMenu.tsx').then((m) => m.MoreEngines), MoreEnginesButton);

const SEGMENTS: readonly Segment<EngineId>[] = ENGINE_IDS.slice(0, SIDE_BY_SIDE).map((id) => ({
  value: id,
  label: ENGINE_TEXT[id].short ?? ENGINE_TEXT[id].name,
  name: ENGINE_TEXT[id].name,
  hint: ENGINE_TEXT[id].sentence,
}));

/** The engine: the first few side by side and the others in a menu; all in a menu where room is short. */
export function EngineSwitch() {
  const { settings, change } = useSettings();
  const choose = (engine: EngineId): void => change(texts.engineEdit(ENGINE_TEXT[engine].name), { engine });
  return (
    <>
      <div className={styles.wide}>
        <Segments label={texts.engineLabel} value={settings.engine} segments={SEGMENTS} onChange={choose}>
          {ENGINE_IDS.length > SIDE_BY_SIDE && <MoreEngines />}
        </Segments>
      </div>
      <div className={styles.narrow}>
        <EngineMenu />
      </div>
    </>
  );
}
