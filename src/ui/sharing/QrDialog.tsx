import { X } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { encode } from 'uqr';
import { share as texts } from '#texts/share.ts';
import { Button } from '../common/Button.tsx';
import styles from './QrDialog.module.css';

/** Up to here an address can be read aloud and typed. */
const READABLE = 90;
/** Modules that a camera still tells apart from the back row, on a code a metre high. */
const FAR = 57;

/** The address as a code that fills the screen: black on white in every theme, as cameras want it. */
export function QrDialog({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { size, path } = useMemo(() => qrPath(url), [url]);

  // Before it leaves the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    element.showModal();
    return () => element.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={texts.code}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={onClose}
    >
      <Button look="quiet" icon className={styles.close} aria-label={texts.closeCode} onClick={onClose}>
        <X size={20} aria-hidden />
      </Button>
      <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={texts.codeOf(url)}>
        <path d={path} fill="#000" shapeRendering="crispEdges" />
      </svg>
      <p className={styles.address}>{url.length <= READABLE ? url : size > FAR ? texts.codeIsDense : texts.codeHint}</p>
    </dialog>
  );
}

/** A code of the least density, with the quiet zone of four modules that the standard asks for (ISO/IEC 18004). */
function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: 4 });
  const rows = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: rows.join('') };
}
