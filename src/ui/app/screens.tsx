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
  compare: late(() => import('../compare/CompareView.tsx').then((m) => m.CompareView)),
};

/** The panels that guide through the page. */
export const GUIDES: Readonly<Partial<Record<Guide['kind'], ComponentType<GuideProps>>>> = {};
