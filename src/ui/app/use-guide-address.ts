import { useEffect, useRef } from 'react';
import { OWN } from '../../store/lesson/own-lessons.ts';
import { useView } from '../common/app-context.tsx';

const GUIDE = /^#(?:lesson|puzzle)=/;

/** The address names the lesson or puzzle in progress, so that a reload goes on with it; the history has no entry of it. */
export function useGuideAddress(): void {
  const { guide, room } = useView(({ guide, room }) => ({ guide, room }));
  const before = useRef(guide);
  useEffect(() => {
    const ended = before.current !== null && guide === null;
    before.current = guide;
    // A class has its own address, and follows by itself after a reload.
    if (room) return;
    // Lessons of somebody's own have no address by which they are found.
    if (guide && !guide.id.startsWith(OWN)) replaceHash(`#${guide.kind}=${guide.id}`);
    else if (guide || (ended && GUIDE.test(location.hash))) replaceHash('');
  }, [guide, room]);
}

function replaceHash(hash: string): void {
  if (location.hash !== hash) history.replaceState(history.state, '', hash || location.pathname + location.search);
}
