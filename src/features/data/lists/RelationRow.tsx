import { useTranslation } from 'react-i18next';
import type { Relation } from '../../../analysis/relations';
import { useFormat } from '../../../ui/use-format';
import panel from '../Data.module.css';
import classes from './Lists.module.css';
import { useRelationText } from './use-relation-text';

interface RelationRowProps {
  readonly relation: Relation;
  readonly onShow: () => void;
}

/** One check: what was looked at, what was found, and the way to those rows. */
export function RelationRow({ relation, onShow }: RelationRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useRelationText()(relation);
  const { checked, count, share, examples } = relation;
  const [mark, word, look] =
    count > 0
      ? ['▲', t('relations.disagrees'), classes.disagrees]
      : checked === 0
        ? ['○', t('relations.nothingAsked'), classes.missing]
        : ['✓', t('relations.fine'), classes.present];
  return (
    <tr>
      <th scope="row">{text}</th>
      <td className={`${panel.short} ${look}`}>
        {mark} {word}
      </td>
      <td className={panel.number}>{format.number(checked)}</td>
      <td className={panel.number}>
        {count === 0 ? (
          format.number(count)
        ) : (
          <button
            type="button"
            className={panel.link}
            title={t('relations.showRows')}
            aria-label={`${format.number(count)} · ${t('relations.showRowsOf', { check: text })}`}
            onClick={onShow}
          >
            {format.number(count)}
          </button>
        )}
      </td>
      <td className={panel.number}>{checked === 0 ? '' : format.percent(share, share > 0 && share < 0.01 ? 2 : 1)}</td>
      <td className={classes.examples}>{examples.join(' · ')}</td>
    </tr>
  );
}
