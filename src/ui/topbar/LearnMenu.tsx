import { DropdownMenu } from 'radix-ui';
import { menus as texts } from '#texts/menus.ts';
import { SCREENS } from '../app/screens.tsx';
import { useApp } from '../common/app-context.tsx';
import controls from '../common/controls.module.css';
import { LearnButton } from './LearnButton.tsx';

const ENTRIES = ['lessons', 'puzzles', 'glossary', 'papers', 'class'] as const;

/** The ways to learn: each opens a view over the panels. */
export function LearnMenu({ defaultOpen }: { readonly defaultOpen: boolean }) {
  const app = useApp();
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>
        <LearnButton />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls.menu} align="end" sideOffset={6} collisionPadding={8}>
          {ENTRIES.filter((screen) => SCREENS[screen]).map((screen) => (
            <DropdownMenu.Item
              key={screen}
              className={controls.item}
              textValue={texts.screens[screen].title}
              onSelect={() => app.show(screen)}
            >
              <span>
                <span className={controls.itemTitle}>{texts.screens[screen].title}</span>
                <span className={controls.itemNote}>{texts.screens[screen].note}</span>
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
