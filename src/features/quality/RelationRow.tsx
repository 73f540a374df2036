import { useTranslation } from 'react-i18next';
import type { Relation } from '../../analysis/relations';
import { useFormat } from '../../ui/use-format';
import classes from './Quality.module.css';
import { shareText } from './share-text';
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
      ? ['▲', t('relations.disagrees'), classes.notable]
      : checked === 0
        ? ['○', t('relations.nothingAsked'), classes.missing]
        : ['✓', t('relations.fine'), classes.fine];
  return (
    <tr>
      <th scope="row">{text}</th>
      <td className={`${classes.short} ${look}`}>
        {mark} {word}
      </td>
      <td className={classes.number}>{format.number(checked)}</td>
      <td className={classes.number}>
        {count === 0 ? (
          format.number(count)
        ) : (
          <button
            type="button"
            className={classes.open}
            title={t('relations.showRows')}
            aria-label={`${format.number(count)} · ${t('relations.showRowsOf', { check: text })}`}
            onClick={onShow}
          >
            {format.number(count)}
          </button>
        )}
      </td>
      <td className={classes.number}>{checked === 0 ? '' : shareText(format, share)}</td>
      <td className={classes.examples}>{examples.join(' · ')}</td>
    </tr>
  );
}
