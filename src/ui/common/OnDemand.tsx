import { type ComponentType, type ReactElement, useState } from 'react';
import { useApp } from './app-context.tsx';
import type { ButtonProps } from './Button.tsx';
import { notifyNotFetched } from './notify-not-fetched.ts';

type Menu = ComponentType<{ readonly defaultOpen: boolean }>;

/**
 * A menu or popover whose code is fetched when it is first wanted: the first picture needs only its button. Pointing at the
 * button fetches, so that the click finds it there.
 */
export function createOnDemand(
  load: () => Promise<Menu>,
  Trigger: ComponentType<Pick<ButtonProps, 'onClick' | 'onPointerEnter' | 'onFocus'>>,
): () => ReactElement {
  // What a failed fetch has to say is said by the click.
  const fetch = (): void => void load().catch(() => {});
  return function OnDemand() {
    const app = useApp();
    const [Full, setFull] = useState<Menu | null>(null);
    const open = (): void =>
      void load().then(
        (menu) => setFull(() => menu),
        (error: unknown) => notifyNotFetched(app, error),
      );
    return Full ? <Full defaultOpen /> : <Trigger onClick={open} onPointerEnter={fetch} onFocus={fetch} />;
  };
}
