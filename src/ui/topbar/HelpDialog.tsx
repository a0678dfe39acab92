import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { options as texts } from '#texts/options.ts';
import { Button } from '../common/Button.tsx';
import { OfflineNote } from '../sharing/OfflineNote.tsx';
import controls from '../common/controls.module.css';
import styles from './HelpDialog.module.css';
import { PictureKey } from './PictureKey.tsx';

const KEYS: readonly { readonly heading: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    heading: texts.playback,
    keys: [
      ['Space', texts.playOrPause],
      ['→  ←', texts.nextOrPreviousEvent],
      [texts.shift, texts.tenEventsOnOrBack],
      [texts.homeEnd, texts.startOrEndOfThe],
      [',  .', texts.slowerFaster],
      ['T', texts.tellEventByEvent],
    ],
  },
  {
    heading: texts.runAndEdit,
    keys: [
      ['R', 'run'],
      ['C', texts.compareEnginesOrBackTo],
      ['Esc', texts.cancelTheRunOrClear],
      [texts.ctrlZ, 'undo'],
      [texts.ctrlShiftZ, 'redo'],
      [texts.ctrlO, texts.openAFile],
      [texts.ctrlS, texts.saveAsFile],
      ['?', texts.thisHelp],
    ],
  },
  {
    heading: texts.cardsAndLanes,
    keys: [
      ['↑  ↓', texts.fromCardToCardWith],
      ['Space', texts.pickTheChosenCardsUp],
      ['Enter', texts.editTheCard],
      ['1 – 9', texts.putTheChosenCardsOn],
      ['0', texts.takeThemOffTheirLane],
      [texts.alt, texts.moveInTheBlock],
      [texts.ctrlD, 'duplicate'],
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
          <Dialog.Title className={controls.dialogTitle}>{texts.howToReadAndSteer}</Dialog.Title>
          <p id="help-reading" className={styles.reading}>
            {texts.colourIsTheContractA}
          </p>
          <PictureKey />
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
          <OfflineNote />
          <Dialog.Close asChild>
            <Button look="quiet" icon aria-label={texts.close} className={styles.close}>
              <X size={16} aria-hidden />
            </Button>
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
