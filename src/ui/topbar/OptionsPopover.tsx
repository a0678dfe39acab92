import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { options as texts } from '#texts/options.ts';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import { ENGINE_TEXT } from '#texts/engine-text.ts';
import { useSettings } from '../common/use-settings.ts';
import { CostFields } from './CostFields.tsx';
import { EngineOptionsForm } from './EngineOptionsForm.tsx';
import { OptionsButton } from './OptionsButton.tsx';
import styles from './OptionsPopover.module.css';
import { SwitchRow } from './SwitchRow.tsx';

/** What the engine is allowed to know and do, how fees are paid, and what modelled time costs. */
export function OptionsPopover({ defaultOpen }: { defaultOpen: boolean }) {
  const { settings, change } = useSettings();
  return (
    <Popover.Root defaultOpen={defaultOpen}>
      <Popover.Trigger asChild>
        <OptionsButton />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={controls.popover}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={texts.options}
        >
          <div className={styles.sections}>
            <section>
              <h2 className={controls.heading}>{ENGINE_TEXT[settings.engine].name}</h2>
              <p className={styles.note}>{ENGINE_TEXT[settings.engine].sentence}</p>
              <EngineOptionsForm />
            </section>
            <section>
              <h2 className={controls.heading}>{texts.fees}</h2>
              <SwitchRow
                label={texts.addFeesUpAfterThe}
                note={texts.feeIncomeCommutesKeptAs}
                checked={settings.fees === 'delta'}
                onChange={(on) =>
                  change(on ? texts.feesAsASum : texts.feesPaidOneByOne, { fees: on ? 'delta' : 'naive' })
                }
              />
            </section>
            <section>
              <h2 className={controls.heading}>{texts.modelledTime}</h2>
              <CostFields />
            </section>
          </div>
          <Popover.Close asChild>
            <Button look="quiet" icon small aria-label={texts.closeOptions} className={styles.close}>
              <X size={14} aria-hidden />
            </Button>
          </Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
