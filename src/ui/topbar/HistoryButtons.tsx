import { Redo2, Undo2 } from 'lucide-react';
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
      <Hint text={undoLabel ? `Undo: ${undoLabel}` : 'Nothing to undo'} keys="Ctrl Z">
        <Button
          look="quiet"
          icon
          className={styles.quietIcon}
          aria-label={undoLabel ? `Undo ${undoLabel}` : 'Undo'}
          disabled={!canUndo}
          onClick={app.undo}
        >
          <Undo2 size={16} aria-hidden />
        </Button>
      </Hint>
      <Hint text={redoLabel ? `Redo: ${redoLabel}` : 'Nothing to redo'} keys="Ctrl Shift Z">
        <Button
          look="quiet"
          icon
          className={styles.quietIcon}
          aria-label={redoLabel ? `Redo ${redoLabel}` : 'Redo'}
          disabled={!canRedo}
          onClick={app.redo}
        >
          <Redo2 size={16} aria-hidden />
        </Button>
      </Hint>
    </>
  );
}
