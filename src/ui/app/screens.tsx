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
  lessons: late(() => import('../lessons/LessonList.tsx').then((m) => m.LessonList)),
  glossary: late(() => import('../lessons/GlossaryView.tsx').then((m) => m.GlossaryView)),
  papers: late(() => import('../papers/PapersView.tsx').then((m) => m.PapersView)),
  puzzles: late(() => import('../puzzles/PuzzleList.tsx').then((m) => m.PuzzleList)),
};

/** The panels that guide through the page. */
export const GUIDES: Readonly<Partial<Record<Guide['kind'], ComponentType<GuideProps>>>> = {
  lesson: late(() => import('../lessons/LessonPanel.tsx').then((m) => m.LessonPanel)),
  puzzle: late(() => import('../puzzles/PuzzlePanel.tsx').then((m) => m.PuzzlePanel)),
};
