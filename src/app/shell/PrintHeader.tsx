import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asOf } from '../../analysis/view';
import { useSession, useWorkspaceData } from '../../session/hooks';
import { useMeasureNames } from '../../session/measure-name';
import { useFingerprint } from '../../session/use-fingerprint';
import { useMedium } from '../../ui/charts/use-medium';
import { useLabels } from '../../ui/labels';
import { predicateText } from '../../ui/scope-text';
import { useFormat } from '../../ui/use-format';
import { useGrain, useMeasure, useScope } from '../../ui/view/view-state';
import { wallClock } from '../../ui/wall-clock';
import { SCREENS } from '../screens';
import classes from './PrintHeader.module.css';

/** On paper only: what the page shows, of which data, and when it was printed, because paper is passed on without the screen. */
export function PrintHeader() {
  const [, state] = useSession();
  return state.kind === 'ready' ? <HeaderOfData /> : null;
}

function HeaderOfData() {
  const { t } = useTranslation();
  const { workspace } = useWorkspaceData();
  const fingerprint = useFingerprint();
  const format = useFormat();
  const printing = useMedium() === 'paper';
  const screen = useLocation({ select: ({ pathname }) => SCREENS.find((name) => pathname === `/${name}`) });
  const view = useViewText();
  const day = asOf(workspace);
  const facts = [
    ...view,
    ...(day === undefined ? [] : [t('paper.asOf', { day })]),
    ...(fingerprint === undefined ? [] : [t('paper.data', { count: workspace.journal.length, fingerprint })]),
  ];
  return (
    <header className={classes.header}>
      <p className={classes.line}>
        <span className={classes.what}>
          {t('shell.product')} · {t(`workspace.${workspace.name}`)}
          {screen !== undefined && ` · ${t(`screen.${screen}`)}`}
        </span>
        {printing && <span>{t('paper.printed', { at: format.dateTime(wallClock(new Date())) })}</span>}
      </p>
      <p className={classes.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </header>
  );
}

/** The settings of the view, each as words: what is left out of it, what is counted, in which steps. */
function useViewText(): string[] {
  const { t } = useTranslation();
  const labels = useLabels();
  const { nameOf } = useMeasureNames();
  const { scope } = useScope();
  const [{ id, per }] = useMeasure();
  const [grain] = useGrain();
  const filters = scope.map((predicate) => predicateText(predicate, { t, labels }));
  return [
    ...(filters.length === 0 ? [t('scope.everything')] : filters),
    t('paper.measure', { measure: nameOf(id), basis: t(`basis.${per}`), grain: t(`grain.${grain}`) }),
  ];
}
