import { Dices } from 'lucide-react';
import { useId, useState } from 'react';
import { puzzles as texts } from '#texts/puzzles.ts';
import { LEVELS, type Level } from '../../puzzles/puzzle.ts';
import { endlessId, LARGEST_SEED } from '../../puzzles/puzzle-id.ts';
import { Button } from '../common/Button.tsx';
import { NumberField } from '../common/NumberField.tsx';
import { Segments } from '../common/Segments.tsx';
import styles from './PuzzleList.module.css';

/** Seeds that are easily told to others. */
const DRAWN_SEEDS = 10_000;
const drawSeed = (): number => 1 + Math.floor(Math.random() * DRAWN_SEEDS);

/** A seed and a level, to make a puzzle of. */
export function EndlessForm({ onOpen }: { onOpen: (id: string) => void }) {
  const [seed, setSeed] = useState(drawSeed);
  const [level, setLevel] = useState<Level>(2);
  const field = useId();
  return (
    <form
      className={styles.endless}
      onSubmit={(event) => {
        event.preventDefault();
        onOpen(endlessId({ seed, level }));
      }}
    >
      <p>{texts.endlessText}</p>
      <div className={styles.row}>
        <label htmlFor={field}>{texts.seed}</label>
        <NumberField id={field} value={seed} least={0} most={LARGEST_SEED} onChange={setSeed} />
        <Button icon aria-label={texts.anotherSeed} title={texts.anotherSeed} onClick={() => setSeed(drawSeed())}>
          <Dices size={16} aria-hidden />
        </Button>
        <Segments
          label={texts.level}
          value={String(level)}
          segments={LEVELS.map((each) => ({
            value: String(each),
            label: texts.levels[each],
            hint: texts.levelHints[each],
          }))}
          onChange={(value) => setLevel(LEVELS.find((each) => String(each) === value) ?? level)}
        />
        <Button look="primary" type="submit">
          {texts.makePuzzle}
        </Button>
      </div>
    </form>
  );
}
