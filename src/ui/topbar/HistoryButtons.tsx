import { Redo2, Undo2 } from 'lucide-react';
import { topbar as texts } from '#texts/topbar.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './TopBar.module.css';

export function HistoryButtons() {
  const app = useApp();
  const { canUndo, canRedo, undoLabel, redoLabel } = useDocument(({ canUndo, canRedo, undoLabel, redoLabel }) => ({
    canUndo,
    canRedo,
    undoLabel,
    redoLabel,
  }));
  return (
    <>
      <Hint text={undoLabel ? texts.undoHint(undoLabel) : texts.nothingToUndo} keys={texts.ctrlZ}>
        <Button
          look="quiet"
          icon
          className={styles.quietIcon}
          aria-label={undoLabel ? texts.undoNamed(undoLabel) : texts.undoLabel}
          disabled={!canUndo}
          onClick={app.undo}
        >
          <Undo2 size={16} aria-hidden />
        </Button>
      </Hint>
      <Hint text={redoLabel ? texts.redoHint(redoLabel) : texts.nothingToRedo} keys={texts.ctrlShiftZ}>
        <Button
          look="quiet"
          icon
          className={styles.quietIcon}
          aria-label={redoLabel ? texts.redoNamed(redoLabel) : texts.redoLabel}
          disabled={!canRedo}
          onClick={app.redo}
        >
          <Redo2 size={16} aria-hidden />
        </Button>
      </Hint>
    </>
  );
}
