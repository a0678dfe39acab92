import { Dices } from 'lucide-react';
import { useState } from 'react';
import { composing as texts } from '#texts/composing.ts';
import { appendBlock, replaceBlock } from '../../store/edits.ts';
import { MAX_TRANSACTIONS } from '../../workloads/build-block.ts';
import { generateScenario } from '../../workloads/generate/generate-scenario.ts';
import {
  DEFAULT_GENERATOR_OPTIONS,
  type GeneratorOptions,
  TX_KIND_TITLES,
  TX_KINDS,
} from '../../workloads/generate/options.ts';
import { useApp, useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { NumberField } from '../common/NumberField.tsx';
import { Field } from './Field.tsx';
import field from './Field.module.css';
import styles from './GeneratorDialog.module.css';
import { fromLogSlider, LOG_STEPS, outlookOf, toLogSlider } from './generator-scale.ts';
import { ModalDialog } from './ModalDialog.tsx';

/** Where the sliders stood last, while the page is open. */
let lastOptions: GeneratorOptions = DEFAULT_GENERATOR_OPTIONS;

const MOST_WEIGHT = 10;

/** A block by the throw of dice, with the dice in view: the same settings and seed give the same block. */
export function GeneratorDialog({ onClose }: { onClose: () => void }) {
  const app = useApp();
  const [options, setOptions] = useState(lastOptions);
  const present = useDocument((state) => state.scenario.transactions.length);
  const change = (part: Partial<GeneratorOptions>): void => {
    lastOptions = { ...options, ...part };
    setOptions(lastOptions);
  };
  const empty = !Object.values(options.mix).some((weight) => weight > 0);
  const tooMany = present + options.transactions > MAX_TRANSACTIONS;

  const replace = (): void => {
    if (empty) return;
    const generated = generateScenario(options);
    app.edit(texts.generateTransactions(options.transactions.toLocaleString('en')), (s) => replaceBlock(s, generated));
    app.select([]);
    onClose();
  };
  const append = (): void => {
    const generated = generateScenario(options);
    app.edit(texts.appendTransactions(options.transactions.toLocaleString('en')), (s) => appendBlock(s, generated));
    onClose();
  };

  return (
    <ModalDialog
      title={texts.generateABlock}
      onClose={onClose}
      onSubmit={replace}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            disabled={empty || tooMany}
            title={tooMany ? texts.aBlockTakesAtMost(MAX_TRANSACTIONS.toLocaleString('en')) : undefined}
            onClick={append}
          >
            {texts.append}
          </Button>
          <Button type="submit" look="primary" disabled={empty}>
            {texts.replaceBlock}
          </Button>
        </>
      }
    >
      <LogSlider
        label={texts.transactions}
        value={options.transactions}
        least={1}
        most={MAX_TRANSACTIONS}
        onChange={(transactions) => change({ transactions })}
      />
      <LogSlider
        label={texts.accounts}
        value={options.accounts}
        least={2}
        most={10_000}
        onChange={(accounts) => change({ accounts })}
      />
      <Slider
        label={texts.contention}
        help={texts.everybodyIsMetAlikeAs}
        text={options.contention.toFixed(1)}
        value={options.contention}
        most={2}
        step={0.1}
        onChange={(contention) => change({ contention })}
      />
      <Slider
        label={texts.failing}
        help={texts.shareThatRevertsOrRuns}
        text={`${Math.round(options.failing * 100)} %`}
        value={options.failing}
        most={1}
        step={0.01}
        onChange={(failing) => change({ failing })}
      />
      <Field label={texts.seed}>
        {(ids) => (
          <div className={field.row}>
            <NumberField
              id={ids.id}
              value={options.seed}
              least={0}
              most={2 ** 32 - 1}
              onChange={(seed) => change({ seed })}
            />
            <Button icon aria-label={texts.anotherSeed} onClick={() => change({ seed: randomSeed() })}>
              <Dices size={16} aria-hidden />
            </Button>
          </div>
        )}
      </Field>
      <fieldset className={styles.mix}>
        <legend>{texts.mixByWeight}</legend>
        {TX_KINDS.map((kind) => (
          <label key={kind} className={styles.kind} data-none={!options.mix[kind] || undefined}>
            <span>{TX_KIND_TITLES[kind]}</span>
            <input
              type="range"
              min={0}
              max={MOST_WEIGHT}
              value={options.mix[kind] ?? 0}
              onChange={(event) => change({ mix: { ...options.mix, [kind]: Number(event.target.value) } })}
            />
            <span className={styles.weight}>{options.mix[kind] ?? 0}</span>
          </label>
        ))}
      </fieldset>
      <Summary options={options} empty={empty} />
    </ModalDialog>
  );
}

function Summary({ options, empty }: { options: GeneratorOptions; empty: boolean }) {
  if (empty) {
    return (
      <p className={styles.summary} role="status">
        {texts.giveAtLeastOneKind}
      </p>
    );
  }
  const { kinds, failing, topShare } = outlookOf(options);
  const parts = kinds.map(({ kind, count }) => `${count.toLocaleString('en')} ${inSentence(TX_KIND_TITLES[kind])}`);
  return (
    <p className={styles.summary} role="status">
      <b>{options.transactions.toLocaleString('en')}</b>
      {texts.transactionsAmong}
      {options.accounts.toLocaleString('en')} {texts.accountsAbout}
      {parts.join('; ')}
      {texts.theMostPopularAccountIs}
      {Math.round(topShare * 100)}
      {texts.ofTheTime} {failing === 0 ? texts.noneFails : texts.countFails(failing.toLocaleString('en'), failing)}.
    </p>
  );
}

/** `Token transfers` → `token transfers`, but `NFT mints` as it is. */
function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

interface SliderProps {
  readonly label: string;
  readonly help?: string;
  readonly text: string;
  readonly value: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

function Slider({ label, help, text, value, most, step, onChange }: SliderProps) {
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <div className={field.row}>
          <input
            id={ids.id}
            aria-describedby={ids['aria-describedby']}
            className={styles.slider}
            type="range"
            min={0}
            max={most}
            step={step}
            value={value}
            aria-valuetext={text}
            onChange={(event) => onChange(Number(event.target.value))}
          />
          <span className={styles.value}>{text}</span>
        </div>
      )}
    </Field>
  );
}

interface LogSliderProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A slider with the number beside it, to be typed exactly. */
function LogSlider({ label, value, least, most, onChange }: LogSliderProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <div className={field.row}>
          <input
            className={styles.slider}
            type="range"
            min={0}
            max={LOG_STEPS}
            value={toLogSlider(value, least, most)}
            aria-label={texts.slider(label)}
            aria-valuetext={value.toLocaleString('en')}
            onChange={(event) => onChange(fromLogSlider(Number(event.target.value), least, most))}
          />
          <NumberField id={ids.id} value={value} least={least} most={most} onChange={onChange} />
        </div>
      )}
    </Field>
  );
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
