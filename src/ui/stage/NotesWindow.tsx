import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { SpeakerNotes } from './SpeakerNotes.tsx';

/** How often is looked whether the speaker has closed the window (milliseconds). */
const LOOK_MS = 500;

/** The notes in their window. It is drawn from this page, so that both are always at the same moment. */
export function NotesWindow({ target, onClose }: { target: Window; onClose: () => void }) {
  useEffect(() => {
    const look = setInterval(() => target.closed && onClose(), LOOK_MS);
    const close = (): void => target.close();
    window.addEventListener('pagehide', close);
    return () => {
      clearInterval(look);
      window.removeEventListener('pagehide', close);
    };
  }, [target, onClose]);
  return target.closed ? null : createPortal(<SpeakerNotes page={target.document} />, target.document.body);
}
