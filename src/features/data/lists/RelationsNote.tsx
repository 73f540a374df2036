import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { relations } from '../../../analysis/relations';
import { useAnswer } from '../../../session/hooks';
import { TextButton } from '../../../ui/TextButton';
import panel from '../Data.module.css';
import classes from './Lists.module.css';

/** In a line whether the lists agree with each other, and the way to all that is wrong with the data. */
export function RelationsNote() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data } = useAnswer('relations', null, (source, _, signal) => relations(source, signal));
  const found = data?.found ?? [];
  const faults = found.filter(({ count }) => count > 0).length;
  const [mark, words, look] =
    found.length === 0
      ? ['○', t('relations.title'), classes.missing]
      : faults === 0
        ? ['✓', t('relations.clean', { count: found.length }), classes.present]
        : ['▲', t('relations.faults', { count: found.length, faults }), classes.disagrees];
  return (
    <section className={panel.panel}>
      <div className={panel.heading}>
        <p className={panel.facts}>
          <span className={look}>{mark}</span> {words}
        </p>
        <TextButton onClick={() => void navigate({ to: '/quality' })}>{t('relations.toQuality')}</TextButton>
      </div>
    </section>
  );
}
