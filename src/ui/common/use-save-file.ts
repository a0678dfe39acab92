import { useApp } from './app-context.tsx';
import { saveFile } from './save-file.ts';

/** Offers the document as a scenario file. */
export function useSaveFile(): () => void {
  const app = useApp();
  return () => void app.toFile().then(({ name, text }) => saveFile(name, text));
}
