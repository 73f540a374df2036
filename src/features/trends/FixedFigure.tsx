import { useTranslation } from 'react-i18next';
import { valuesOf } from '../../domain/scope';
import { UncodedNote } from '../../session/UncodedNote';
import { Figure } from '../../ui/Figure';
import { useLabels } from '../../ui/labels';
import { useReading } from '../../ui/reading';
import { TextButton } from '../../ui/TextButton';
import { useDrill } from '../../ui/view/drill';
import { useScope } from '../../ui/view/view-state';
import classes from './FixedFigure.module.css';
import type { TrendsView } from './view';

interface FixedFigureProps {
  readonly view: TrendsView;
  readonly dimension: string;
  readonly value: string | null;
  readonly height: number;
}

/** In place of a breakdown with a single value: the value, how many there are, and the way back if the scope is the reason. */
export function FixedFigure({ view, dimension, value, height }: FixedFigureProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { scope, remove } = useScope();
  const { openRows } = useDrill();
  const { question, total, noRate } = view.answer;
  const reading = useReading(question.measure, noRate === undefined);
  const named = labels.value(dimension, value);
  return (
    <Figure
      title={t('trends.fixedTitle', { dimension: labels.column(dimension), value: named })}
      state={view.state}
      height={height}
      footnote={<UncodedNote dimensions={[dimension]} ready={view.state.kind === 'ready'} />}
      actions={{ fileName: `${question.measure.id}-${dimension}`, showRows: () => openRows(), sql: view.answer.sql }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the second click of a double click on the bar that was here */}
      <div className={classes.place} style={{ height }} onDoubleClick={() => openRows()}>
        <p className={classes.value}>{reading.text(reading.value(total))}</p>
        <p className={classes.all}>{t('trends.fixed', { value: named })}</p>
        <div className={classes.actions}>
          {valuesOf(scope, dimension) !== undefined && (
            <TextButton onClick={() => remove(dimension, 'oneOf')}>{t('trends.release')}</TextButton>
          )}
          <TextButton quiet onClick={() => openRows()}>
            {t('figure.rows')}
          </TextButton>
        </div>
      </div>
    </Figure>
  );
}
