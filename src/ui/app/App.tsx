import { useState } from 'react';
import { late } from '../common/late.tsx';
import { BesideLanes } from '../engines/BesideLanes.tsx';
import { BlockPanel } from '../block/BlockPanel.tsx';
import { DragScope } from '../board/DragScope.tsx';
import { useApp, useView } from '../common/app-context.tsx';
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
import { GUIDES, SCREENS } from './screens.tsx';
import { usePreload } from './use-preload.ts';
import { useTheme } from './use-theme.ts';
import styles from './App.module.css';

const ClassBar = late(() => import('../class/ClassBar.tsx').then((m) => m.ClassBar));
const EnginePanel = late(() => import('../engines/EnginePanel.tsx').then((m) => m.EnginePanel));
const Handout = late(() => import('../handout/Handout.tsx').then((m) => m.Handout));
const Stage = late(() => import('../stage/Stage.tsx').then((m) => m.Stage));
const HelpDialog = late(() => import('../topbar/HelpDialog.tsx').then((m) => m.HelpDialog));

/** The page: bar, panels, playback. Knows where the parts are, and nothing of what they do. */
export function App() {
  const app = useApp();
  const { stage, screen, guide, help, room, printing } = useView(({ stage, screen, guide, help, room, printing }) => ({
    stage,
    screen,
    guide,
    help,
    room,
    printing,
  }));
  const [about, setAbout] = useState(false);
  useShortcuts();
  useTheme();
  usePreload();

  const Screen = SCREENS[screen];
  const Guide = guide && GUIDES[guide.kind];
  const covered = Screen !== undefined;
  return (
    <>
      <DragScope>
        <div className={styles.app} data-page>
          {stage ? (
            <div>
              <Stage onClose={() => app.setStage(false)} />
            </div>
          ) : (
            <TopBar about={about} onAbout={() => setAbout(!about)} />
          )}
          <div>
            {room && <ClassBar room={room} />}
            <Notices />
          </div>
          <Panels
            guide={Guide && <Guide key={guide.id} id={guide.id} onClose={() => app.setGuide(null)} />}
            block={
              <BesideLanes
                block={<BlockPanel />}
                over={about ? <EnginePanel onClose={() => setAbout(false)} /> : null}
              />
            }
            wideBlock={about}
            conflicts={<ConflictDag />}
            inspector={<Inspector />}
            inert={covered}
          />
          <footer className={styles.foot} inert={covered}>
            <Figures />
            <Transport />
          </footer>
          {Screen && <Screen onClose={() => app.show('bench')} />}
        </div>
      </DragScope>
      <FileDrop />
      {help && <HelpDialog onClose={() => app.setHelp(false)} />}
      {printing && <Handout of={printing} />}
      <HintLayer />
    </>
  );
}
