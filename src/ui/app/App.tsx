import { Tooltip } from 'radix-ui';
import { useMemo, useState } from 'react';
import { BlockPanel } from '../block/BlockPanel.tsx';
import { DragScope } from '../board/DragScope.tsx';
import { useApp } from '../common/app-context.tsx';
import { saveFile } from '../common/save-file.ts';
import { useOpenFile } from '../common/use-open-file.ts';
import { useShortcuts } from '../common/use-shortcuts.ts';
import { ConflictDag } from '../dag/ConflictDag.tsx';
import { Figures } from '../figures/Figures.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { HelpDialog } from '../topbar/HelpDialog.tsx';
import { TopBar } from '../topbar/TopBar.tsx';
import { Transport } from '../transport/Transport.tsx';
import { FileDrop } from './FileDrop.tsx';
import { LanesPanel } from './LanesPanel.tsx';
import { Notices } from './Notices.tsx';
import { Panels } from './Panels.tsx';
import { useTheme } from './use-theme.ts';
import styles from './App.module.css';

/** The page: bar, panels, playback. Knows where the parts are, and nothing of what they do. */
export function App() {
  const app = useApp();
  const openFile = useOpenFile();
  const [help, setHelp] = useState(false);
  const shortcuts = useMemo(
    () => ({
      help: () => setHelp(true),
      openFile,
      saveFile: () => {
        const { name, text } = app.toFile();
        saveFile(name, text);
      },
    }),
    [app, openFile],
  );
  useShortcuts(shortcuts);
  useTheme();

  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      <DragScope>
        <div className={styles.app}>
          <TopBar onHelp={() => setHelp(true)} />
          <Notices />
          <Panels block={<BlockPanel />} lanes={<LanesPanel />} conflicts={<ConflictDag />} inspector={<Inspector />} />
          <footer className={styles.foot}>
            <Figures />
            <Transport />
          </footer>
        </div>
      </DragScope>
      <FileDrop />
      <HelpDialog open={help} onOpenChange={setHelp} />
    </Tooltip.Provider>
  );
}
