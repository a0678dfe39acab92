import { type ComponentType, lazy, type ReactElement, Suspense, useState } from 'react';
import type { ButtonProps } from './Button.tsx';

type Load = () => Promise<ComponentType<{ readonly defaultOpen: boolean }>>;

/**
 * A menu or popover whose code is fetched when it is first wanted: the first picture needs only its button. Pointing at the
 * button fetches, so that the click finds it there.
 */
export function createOnDemand(
  load: Load,
  Trigger: ComponentType<Pick<ButtonProps, 'onClick' | 'onPointerEnter' | 'onFocus'>>,
): () => ReactElement {
  const Full = lazy(() => load().then((component) => ({ default: component })));
  const fetch = (): void => void load();
  return function OnDemand() {
    const [wanted, setWanted] = useState(false);
    const trigger = <Trigger onClick={() => setWanted(true)} onPointerEnter={fetch} onFocus={fetch} />;
    if (!wanted) return trigger;
    return (
      <Suspense fallback={trigger}>
        <Full defaultOpen />
      </Suspense>
    );
  };
}
