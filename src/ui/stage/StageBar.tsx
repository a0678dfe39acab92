import { CircleHelp, Expand, Minus, MoonStar, NotebookText, PanelLeft, Plus, X } from 'lucide-react';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { stage as texts } from '#texts/stage.ts';
import { Button } from '../common/Button.tsx';
import { useDocument } from '../common/app-context.tsx';
import { Segments } from '../common/Segments.tsx';
import type { StageCommands } from './stage-keys.ts';
import { LEAST_PERCENT, MOST_PERCENT, SHOWN, type Shown, type StageSettings } from './stage-settings.ts';
import styles from './Stage.module.css';

/** In the place of the top bar: what is run, and how it is shown. */
export function StageBar(props: {
  readonly settings: StageSettings;
  /** Something stands beside the views. */
  readonly beside: boolean;
  readonly commands: StageCommands;
  readonly onShow: (shown: Shown) => void;
}) {
  const { settings, commands } = props;
  const { title, engine, lanes } = useDocument(({ scenario }) => ({
    title: scenario.title,
    engine: ENGINE_TEXT[scenario.settings.engine].name,
    lanes: scenario.settings.lanes,
  }));
  return (
    <header className={styles.bar}>
      <h1>
        {title} <span>{texts.how(engine, lanes)}</span>
      </h1>
      <Segments
        label={texts.shown}
        value={settings.shown}
        segments={SHOWN.map((value) => ({ value, ...texts.views[value] }))}
        onChange={props.onShow}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls */}
      <div className={styles.size} role="group" aria-label={texts.size}>
        <Button
          icon
          aria-label={texts.smaller}
          disabled={settings.percent <= LEAST_PERCENT}
          onClick={() => commands.resize(-1)}
        >
          <Minus aria-hidden />
        </Button>
        <output>{texts.percent(settings.percent)}</output>
        <Button
          icon
          aria-label={texts.larger}
          disabled={settings.percent >= MOST_PERCENT}
          onClick={() => commands.resize(1)}
        >
          <Plus aria-hidden />
        </Button>
      </div>
      <div className={styles.tools}>
        <Button
          icon
          look="quiet"
          aria-label={texts.besideHint}
          title={texts.besideHint}
          aria-pressed={props.beside}
          onClick={commands.toggleBeside}
        >
          <PanelLeft aria-hidden />
        </Button>
        <Button icon look="quiet" aria-label={texts.notesHint} title={texts.notesHint} onClick={commands.toggleNotes}>
          <NotebookText aria-hidden />
        </Button>
        <Button
          icon
          look="quiet"
          aria-label={texts.fullScreen}
          title={texts.fullScreen}
          onClick={commands.toggleFullScreen}
        >
          <Expand aria-hidden />
        </Button>
        <Button icon look="quiet" aria-label={texts.blank} title={texts.blank} onClick={commands.toggleBlank}>
          <MoonStar aria-hidden />
        </Button>
        <Button icon look="quiet" aria-label={texts.help} title={texts.help} onClick={commands.showKeys}>
          <CircleHelp aria-hidden />
        </Button>
        <Button icon look="quiet" aria-label={texts.leave} title={texts.leave} onClick={commands.leave}>
          <X aria-hidden />
        </Button>
      </div>
    </header>
  );
}
