import { useMemo, useState } from 'react';
import { late } from '../common/late.tsx';
import { BesideLanes } from '../engines/BesideLanes.tsx';
import { BlockPanel } from '../block/BlockPanel.tsx';
import { DragScope } from '../board/DragScope.tsx';
import { useOpenFile } from '../common/use-open-file.ts';
import { useApp } from '../common/app-context.tsx';
import { HintLayer } from '../common/HintLayer.tsx';
import { useShortcuts } from '../common/use-shortcuts.ts';
import { ConflictDag } from '../dag/ConflictDag.tsx';
import { Figures } from '../figures/Figures.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { TopBar } from '../topbar/TopBar.tsx';
import { Transport } from '../transport/Transport.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Notices } from './Notices.tsx';
import { Panels } from './Panels.tsx';
import { usePreload } from './use-preload.ts';
import { useTheme } from './use-theme.ts';
import styles from './App.module.css';

const CompareView = late(() => import('../compare/CompareView.tsx').then((m) => m.CompareView));
const EnginePanel = late(() => import('../engines/EnginePanel.tsx').then((m) => m.EnginePanel));
const HelpDialog = late(() => import('../topbar/HelpDialog.tsx').then((m) => m.HelpDialog));

/** The page: bar, panels, playback. Knows where the parts are, and nothing of what they do. */
export function App() {
  const app = useApp();
  const openFile = useOpenFile();
  const [help, setHelp] = useState(false);
  const [comparing, setComparing] = useState(false);
  const [about, setAbout] = useState(false);
  const shortcuts = useMemo(
    () => ({
      help: () => setHelp(true),
      comparing,
      compare: () => setComparing(!comparing),
      openFile,
      saveFile: () => void app.saveFile(),
    }),
    [app, openFile, comparing],
  );
  useShortcuts(shortcuts);
  useTheme();
  usePreload();

  return (
    <>
      <DragScope>
        <div className={styles.app}>
          <TopBar
            onHelp={() => setHelp(true)}
            about={about}
            onAbout={() => setAbout(!about)}
            comparing={comparing}
            onCompare={() => setComparing(!comparing)}
          />
          <Notices />
          <Panels
            block={
              <BesideLanes
                block={<BlockPanel />}
                over={about ? <EnginePanel onClose={() => setAbout(false)} /> : null}
              />
            }
            wideBlock={about}
            conflicts={<ConflictDag />}
            inspector={<Inspector />}
            inert={comparing}
          />
          <footer className={styles.foot} inert={comparing}>
            <Figures />
            <Transport />
          </footer>
          {comparing && <CompareView onClose={() => setComparing(false)} />}
        </div>
      </DragScope>
      <FileDrop />
      {help && <HelpDialog onClose={() => setHelp(false)} />}
      <HintLayer />
    </>
  );
}
