import { useEffect, useState } from 'react';
import { engineText } from './engine-line.ts';
import { handout as texts } from '#texts/handout.ts';
import { formatTime } from '../../chart/format-time.ts';
import { CLOCK_UNIT } from '../../model/events.ts';
import { txIndex } from '../../model/ids.ts';
import { questionsAbout } from '../../store/handout-questions.ts';
import { useApp, useRun } from '../common/app-context.tsx';
import { PhraseText } from '../common/PhraseText.tsx';
import { useRunPresentation } from '../common/use-presentation.ts';
import { conflictsPicture, lanesPicture } from '../sharing/pictures.ts';
import { pictureToSvg } from '../sharing/picture-files.ts';
import { BlockRows } from './BlockRows.tsx';
import { LaneRows } from './LaneRows.tsx';
import styles from './Handout.module.css';

/** A run on paper: block, lanes, conflicts and figures, questions, and the answers on a page of their own. */
export function RunHandout({ onReady }: { readonly onReady: () => void }) {
  const { report, analysis, subject } = useRun(({ report, analysis, subject }) => ({ report, analysis, subject }));
  const { txTitle, txSubtitle, locationName } = useRunPresentation();
  const pictures = usePictures(onReady);
  if (!report || !analysis || !subject) return null;
  const { metrics, check } = report;
  const time = (value: number): string => formatTime(value, CLOCK_UNIT[metrics.clock]);
  const gas = (value: number): string => formatTime(value, 'gas');
  const questions = questionsAbout(report, analysis, gas);
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{subject.scenario.title}</h1>
          <p>{subject.scenario.note}</p>
          <p>
            {engineText(metrics)}. {check.equal ? texts.sameAsSerial : texts.notSameAsSerial(check.differences.length)}
          </p>
        </div>
        <p className={styles.who}>
          <span>{texts.name}</span>
          <span>{texts.date}</span>
        </p>
      </header>

      <section>
        <h2>{texts.figures}</h2>
        <dl className={styles.figures}>
          <Figure
            name={texts.speedup}
            value={texts.speedupText(metrics.speedup.toFixed(2), metrics.bound.toFixed(2))}
          />
          <Figure name={texts.makespan} value={time(metrics.makespan)} />
          <Figure name={texts.work} value={time(metrics.work)} />
          <Figure name={texts.criticalPath} value={time(metrics.criticalPath)} />
          <Figure name={texts.efficiency} value={`${Math.round(metrics.efficiency * 100)} %`} />
          <Figure name={texts.aborts} value={texts.abortsText(metrics.aborts, gas(metrics.reexecutedGas))} />
        </dl>
      </section>

      <section>
        <h2>{texts.lanes}</h2>
        <Picture svg={pictures?.lanes ?? null} name={texts.lanes} />
      </section>
      <section>
        <h2>{texts.conflicts}</h2>
        <Picture svg={pictures?.conflicts ?? null} name={texts.conflicts} />
      </section>
      <section>
        <h2>{texts.block}</h2>
        <BlockRows
          graph={analysis.graph}
          titleOf={(tx) => txTitle(txIndex(tx))}
          callOf={(tx) => txSubtitle(txIndex(tx))}
          locationName={locationName}
        />
      </section>
      <section>
        <h2>{texts.lanesInRows}</h2>
        <LaneRows events={report.events} lanes={metrics.lanes} time={time} />
      </section>

      <section>
        <h2>{texts.questions}</h2>
        <ol className={styles.questions}>
          {questions.map(({ ask }) => (
            <li key={ask}>
              {ask}
              <div className={styles.lines} aria-hidden />
            </li>
          ))}
        </ol>
      </section>
      <section className={styles.answers}>
        <h2>{texts.answers}</h2>
        <ol className={styles.questions}>
          {questions.map(({ ask, answer }) => (
            <li key={ask}>
              <PhraseText parts={answer} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Picture({ svg, name }: { readonly svg: string | null; readonly name: string }) {
  if (svg === null) return null;
  return (
    <img className={styles.picture} alt={name} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
  );
}

interface Pictures {
  readonly lanes: string | null;
  readonly conflicts: string | null;
}

/** Drawn as on the screen, in the theme of paper; `onReady` is called when they stand on the sheet. */
function usePictures(onReady: () => void): Pictures | null {
  const app = useApp();
  const [pictures, setPictures] = useState<Pictures | null>(null);
  useEffect(() => {
    let over = false;
    const svgOf = async (picture: ReturnType<typeof lanesPicture>) => picture && (await pictureToSvg(picture));
    void Promise.all([svgOf(lanesPicture(app)), svgOf(conflictsPicture(app))])
      .catch(() => [null, null] as const)
      .then(([lanes, conflicts]) => {
        if (!over) setPictures({ lanes, conflicts });
      });
    return () => {
      over = true;
    };
  }, [app]);
  useEffect(() => {
    if (pictures) onReady();
  }, [pictures, onReady]);
  return pictures;
}
