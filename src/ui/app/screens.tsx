import type { ComponentType } from 'react';
import type { Guide, Screen } from '../../store/app.ts';
import { late } from '../common/late.tsx';

interface ScreenProps {
  readonly onClose: () => void;
}

interface GuideProps extends ScreenProps {
  readonly id: string;
}

/** The views that cover the panels. */
export const SCREENS: Readonly<Partial<Record<Screen, ComponentType<ScreenProps>>>> = {
  class: late(() => import('../class/ClassView.tsx').then((m) => m.ClassView)),
  compare: late(() => import('../compare/CompareView.tsx').then((m) => m.CompareView)),
  puzzles: late(() => import('../puzzles/PuzzleList.tsx').then((m) => m.PuzzleList)),
};

/** The panels that guide through the page. */
export const GUIDES: Readonly<Partial<Record<Guide['kind'], ComponentType<GuideProps>>>> = {
  puzzle: late(() => import('../puzzles/PuzzlePanel.tsx').then((m) => m.PuzzlePanel)),
};
