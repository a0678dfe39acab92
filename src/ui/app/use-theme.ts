import { useEffect } from 'react';
import { useView } from '../common/app-context.tsx';

/** Puts the chosen theme on <html>; `system` follows the system as it changes. */
export function useTheme(): void {
  // Paper is light, and the stage has a palette of its own.
  const theme = useView(({ printing, stage, theme }) => (printing ? 'light' : stage ? 'projector' : theme));
  useEffect(() => {
    const light = matchMedia('(prefers-color-scheme: light)');
    const show = (): void => {
      document.documentElement.dataset.theme = theme === 'system' ? (light.matches ? 'light' : 'dark') : theme;
    };
    show();
    light.addEventListener('change', show);
    return () => light.removeEventListener('change', show);
  }, [theme]);
}
