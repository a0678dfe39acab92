import { useApp } from './app-context.tsx';

/** Asks for a file with the browser's own dialog and opens it. */
export function useOpenFile(): () => void {
  const app = useApp();
  return () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,.gz,.jsonl';
    input.onchange = () => {
      const file = input.files?.[0];
      if (file) void app.openFile(file, file.name);
    };
    input.click();
  };
}
