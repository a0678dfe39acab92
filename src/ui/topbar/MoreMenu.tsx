import { Check, CircleHelp, Presentation, Printer } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { handout } from '#texts/handout.ts';
import { menus as texts } from '#texts/menus.ts';
import type { ViewState } from '../../store/app.ts';
import { useApp, useRun, useView } from '../common/app-context.tsx';
import controls from '../common/controls.module.css';
import { MoreButton } from './MoreButton.tsx';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly ViewState['theme'][];

/** Help and the theme. */
export function MoreMenu({ defaultOpen }: { readonly defaultOpen: boolean }) {
  const app = useApp();
  const theme = useView((state) => state.theme);
  const hasRun = useRun((state) => state.report !== null);
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>
        <MoreButton />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={controls.menu} align="end" sideOffset={6} collisionPadding={8}>
          <DropdownMenu.Item className={controls.item} textValue={texts.help} onSelect={() => app.setHelp(true)}>
            <CircleHelp size={15} aria-hidden />
            <span>
              <span className={controls.itemTitle}>{texts.help}</span>
              <span className={controls.itemNote}>{texts.helpNote}</span>
            </span>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={controls.item} textValue={texts.present} onSelect={() => app.setStage(true)}>
            <Presentation size={15} aria-hidden />
            <span>
              <span className={controls.itemTitle}>{texts.present}</span>
              <span className={controls.itemNote}>{texts.presentHint}</span>
            </span>
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className={controls.item}
            textValue={handout.print}
            disabled={!hasRun}
            onSelect={() => app.print('run')}
          >
            <Printer size={15} aria-hidden />
            <span>
              <span className={controls.itemTitle}>{handout.print}</span>
              <span className={controls.itemNote}>{handout.printNote}</span>
            </span>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className={controls.separator} />
          <DropdownMenu.Label className={controls.menuLabel}>{texts.theme}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={theme}>
            {THEMES.map((each) => (
              <DropdownMenu.RadioItem
                key={each}
                value={each}
                className={controls.item}
                onSelect={() => app.setTheme(each)}
              >
                <Check size={14} aria-hidden style={{ visibility: each === theme ? 'visible' : 'hidden' }} />
                <span className={controls.itemTitle}>{texts.themes[each]}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
