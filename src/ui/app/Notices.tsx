import { CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useStore } from 'zustand';
import { app as texts } from '#texts/app.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import styles from './App.module.css';

const ICON = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

/** What went wrong, where, and what to do; stays until put away. The document on the screen stays too. */
export function Notices() {
  const app = useApp();
  const notices = useStore(app.notices, (state) => state.notices);
  return (
    <div className={styles.notices}>
      {notices.map(({ id, kind, title, message, action }) => {
        const Icon = ICON[kind];
        return (
          <div key={id} className={styles.notice} data-kind={kind} role={kind === 'info' ? 'status' : 'alert'}>
            <Icon size={16} aria-label={kind} />
            <p>
              <strong>{title}.</strong> {message}
            </p>
            {action && (
              <Button small onClick={action.run}>
                {action.label}
              </Button>
            )}
            <Button look="quiet" icon small aria-label={texts.dismiss} onClick={() => app.dismiss(id)}>
              <X size={14} aria-hidden />
            </Button>
          </div>
        );
      })}
    </div>
  );
}
