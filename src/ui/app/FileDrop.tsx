import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { app as texts } from '#texts/app.ts';
import { useApp } from '../common/app-context.tsx';
import styles from './App.module.css';

/** A file dropped anywhere on the page is opened. */
export function FileDrop() {
  const app = useApp();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      // Without this the browser opens the file itself, in place of the page.
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) void app.openFile(file, file.name);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [app]);

  if (!over) return null;
  return (
    <div className={styles.drop}>
      <FileDown size={28} aria-hidden />
      <p>{texts.dropAScenarioFileOr}</p>
    </div>
  );
}
