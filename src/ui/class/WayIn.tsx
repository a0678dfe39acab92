import { useState } from 'react';
import { useStore } from 'zustand';
import { room as texts } from '#texts/room.ts';
import type { Instructor } from '../../class/instructor.ts';
import { QrCode } from './QrCode.tsx';
import styles from './WayIn.module.css';

/** What the projector shows while people come: readable from the back row. */
export function WayIn({ instructor, code }: { instructor: Instructor; code: string }) {
  const addresses = useStore(instructor.addresses);
  const seats = useStore(instructor.roster);
  const [chosen, setChosen] = useState(0);
  const address = addresses[chosen] ?? addresses[0] ?? new URL('.', location.href).href;
  const url = `${address}#room=${code}`;
  const here = seats.filter((seat) => seat.here);
  return (
    <div className={styles.way}>
      <figure className={styles.scan}>
        <QrCode text={url} label={texts.joinQr(url)} className={styles.qr} />
        <figcaption>{texts.joinScan}</figcaption>
      </figure>
      <div className={styles.type}>
        <h3>{texts.joinTitle}</h3>
        <p className={styles.how}>{texts.joinType}</p>
        <p className={styles.address}>
          <span>{address.replace('http://', '')}</span>
          <wbr />
          <span>{code}</span>
        </p>
        <p className={styles.how}>{texts.joinCode}</p>
        <p className={styles.code}>{code}</p>
        {addresses.length > 1 && (
          <label className={styles.choose}>
            {texts.joinAddresses}
            <select value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
              {addresses.map((each, i) => (
                <option key={each} value={i}>
                  {each}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className={styles.people} role="status">
          <p>{here.length === 0 ? texts.nobodyYet : texts.here(here.length)}</p>
          <ul>
            {here.map(({ seat, name }) => (
              <li key={seat}>{name}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
