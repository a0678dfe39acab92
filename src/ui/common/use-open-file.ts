import { useApp } from './app-context.tsx';

/** Asks for a file with the browser's own dialog and opens it. */
export function useOpenFile(): () => void {
  const app = useApp();
  return () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,.gz';
    input.hidden = true;
    // In the page while the dialog is open: an input that nothing holds may be collected before it answers.
    document.body.append(input);
    input.addEventListener('cancel', () => input.remove());
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      input.remove();
      if (file) void app.openFile(file, file.name);
    });
    input.click();
  };
}
