import { measured as texts } from '#texts/measured.ts';
import type { Prediction } from '../../drivers/predict.ts';
import { withCosts } from '../../store/predict-measured.ts';
import { useApp } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Hint } from '../common/Hint.tsx';
import styles from './measured.module.css';

/** The fitted costs, and the way to use them. */
export function CostTable({ prediction }: { prediction: Prediction }) {
  const app = useApp();
  const { fitted, costs } = prediction;
  const microseconds: Readonly<Record<keyof typeof texts.kinds, number>> = { ...fitted.work, ...fitted };
  const gas: Readonly<Record<keyof typeof texts.kinds, number>> = {
    transaction: costs.work?.transaction ?? 0,
    compute: costs.work?.compute ?? 0,
    read: costs.work?.read ?? 0,
    write: costs.work?.write ?? 0,
    dispatch: costs.dispatch,
    validationPerRead: costs.validationPerRead,
  };
  const kinds = Object.keys(gas) as (keyof typeof gas)[];
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.costs}</th>
            <th scope="col">{texts.time}</th>
            <th scope="col">{texts.inGas}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{texts.kinds[kind]}</th>
              {kind in fitted.work && microseconds[kind] === 0 ? (
                <td colSpan={2}>
                  <Hint text={texts.notToldNote}>
                    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its explanation is reachable by keyboard only through the focus */}
                    <span tabIndex={0}>{texts.notTold}</span>
                  </Hint>
                </td>
              ) : (
                <>
                  <td>{`${Number(microseconds[kind].toPrecision(3))} µs`}</td>
                  <td>{gas[kind].toLocaleString('en')}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{texts.speed(costs.gasPerMicrosecond.toLocaleString('en'))}</p>
      <div className={styles.use}>
        <Button
          small
          look="primary"
          onClick={() => app.edit(texts.useLabel, (scenario) => withCosts(scenario, prediction))}
        >
          {texts.use}
        </Button>
        <span className={styles.note}>{texts.useNote}</span>
      </div>
    </>
  );
}
