import { Monitor, Moon, Sun } from 'lucide-react';
import type { ViewState } from '../../store/app.ts';
import { useApp, useView } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './TopBar.module.css';

const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const satisfies Record<string, ViewState['theme']>;
const ICON = { system: Monitor, light: Sun, dark: Moon } as const;
const NAME = { system: 'as the system', light: 'light', dark: 'dark' } as const;

/** Goes round: as the system, light, dark. */
export function ThemeButton() {
  const app = useApp();
  const theme = useView((state) => state.theme);
  const Icon = ICON[theme];
  return (
    <Hint text={`Theme: ${NAME[theme]}. Next: ${NAME[NEXT[theme]]}.`}>
      <Button
        look="quiet"
        icon
        className={styles.quietIcon}
        aria-label={`Theme: ${NAME[theme]}`}
        onClick={() => app.setTheme(NEXT[theme])}
      >
        <Icon size={16} aria-hidden />
      </Button>
    </Hint>
  );
}
