import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Delta.module.css';

/** Shape of each state, so that it survives a black-and-white print. */
const SHAPES = {
  worse: '▲',
  better: '▼',
  more: '▲',
  fewer: '▼',
  common: '●',
  provisional: '▨',
  notEnough: '○',
  safety: '◆',
} as const;

export type State = keyof typeof SHAPES;

interface DeltaProps {
  readonly state: State;
  /** How much, already formatted. */
  readonly children?: ReactNode;
}

/** A state as colour, shape and word, after the change it names. */
export function Delta({ state, children }: DeltaProps) {
  const { t } = useTranslation();
  return (
    <span className={`${classes.delta} ${classes[state]}`}>
      <span aria-hidden="true">{SHAPES[state]}</span>
      {children}
      <span>{t(`state.${state}`)}</span>
    </span>
  );
}
