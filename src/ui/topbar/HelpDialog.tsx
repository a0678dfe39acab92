import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { Button } from '../common/Button.tsx';
import controls from '../common/controls.module.css';
import styles from './HelpDialog.module.css';

const KEYS: readonly { readonly heading: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    heading: 'Playback',
    keys: [
      ['Space', 'play or pause'],
      ['→  ←', 'next or previous event'],
      ['Shift → ←', 'ten events on or back'],
      ['Home  End', 'start or end of the run'],
      [',  .', 'slower, faster'],
    ],
  },
  {
    heading: 'Run and edit',
    keys: [
      ['R', 'run'],
      ['C', 'compare engines, or back to the run'],
      ['Esc', 'cancel the run, or clear the selection'],
      ['Ctrl Z', 'undo'],
      ['Ctrl Shift Z', 'redo'],
      ['Ctrl O', 'open a file'],
      ['Ctrl S', 'save as file'],
      ['?', 'this help'],
    ],
  },
  {
    heading: 'Cards and lanes',
    keys: [
      ['↑  ↓', 'from card to card; with Shift a range'],
      ['Space', 'pick the chosen cards up, or put them down'],
      ['Enter', 'edit the card'],
      ['1 – 9', 'put the chosen cards on that lane'],
      ['0', 'take them off their lane'],
      ['Alt ↑ ↓', 'move in the block'],
      ['Ctrl D', 'duplicate'],
      ['Del', 'remove'],
    ],
  },
];

/** The keys, and how to read the picture. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className={controls.overlay} />
        <Dialog.Content className={controls.dialog} aria-describedby="help-reading">
          <Dialog.Title className={controls.dialogTitle}>How to read and steer</Dialog.Title>
          <p id="help-reading" className={styles.reading}>
            Colour is the contract. A hatched bar is work thrown away, with the reason in red between writer and reader.
            Yellow is the critical path, and the bound it sets. Every run is checked against one lane: green when
            receipts and state agree.
          </p>
          <div className={styles.columns}>
            {KEYS.map(({ heading, keys }) => (
              <section key={heading}>
                <h3 className={controls.heading}>{heading}</h3>
                <dl className={styles.keys}>
                  {keys.map(([key, meaning]) => (
                    <div key={key}>
                      <dt>
                        <kbd className={controls.kbd}>{key}</kbd>
                      </dt>
                      <dd>{meaning}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <Dialog.Close asChild>
            <Button look="quiet" icon aria-label="Close" className={styles.close}>
              <X size={16} aria-hidden />
            </Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
