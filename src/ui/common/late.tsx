import { type ComponentType, useEffect, useState } from 'react';
import { useApp } from './app-context.tsx';
import { notifyNotFetched } from './notify-not-fetched.ts';

/**
 * A part of the page whose code is fetched when it is first shown; until then it is empty. What can't be fetched is told in a
 * notice, a dialog then counts as closed, and the next time it is tried again: `lazy` would keep the failure and throw it.
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let part: ComponentType<P> | null = null;
  return function Late(props: P) {
    const app = useApp();
    const [Part, setPart] = useState(() => part);
    useEffect(() => {
      if (part) return;
      load().then(
        (loaded) => {
          part = loaded;
          setPart(() => loaded);
        },
        (error: unknown) => {
          notifyNotFetched(app, error);
          if ('onClose' in props && typeof props.onClose === 'function') props.onClose();
        },
      );
    }, []);
    return Part && <Part {...props} />;
  };
}
