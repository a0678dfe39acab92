import { X } from 'lucide-react';
import { Popover } from 'radix-ui';
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
          aria-label="Options"
        >
          <div className={styles.sections}>
            <section>
              <h2 className={controls.heading}>{ENGINE_TEXT[settings.engine].name}</h2>
              <p className={styles.note}>{ENGINE_TEXT[settings.engine].sentence}</p>
              <EngineOptionsForm />
            </section>
            <section>
              <h2 className={controls.heading}>Fees</h2>
              <SwitchRow
                label="Add fees up after the block"
                note="Fee income commutes: kept as a sum, no transaction waits for another’s fee. Off: every transaction reads and writes the fee recipient’s balance, and all of them conflict."
                checked={settings.fees === 'delta'}
                onChange={(on) =>
                  change(on ? 'fees as a sum' : 'fees paid one by one', { fees: on ? 'delta' : 'naive' })
                }
              />
            </section>
            <section>
              <h2 className={controls.heading}>Modelled time</h2>
              <CostFields />
            </section>
          </div>
          <Popover.Close asChild>
            <Button look="quiet" icon small aria-label="Close options" className={styles.close}>
              <X size={14} aria-hidden />
            </Button>
          </Popover.Close>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
