import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Comparison, LeftOut } from '../../analysis/compare/types';
import { useLabels } from '../../ui/labels';
import { predicateText } from '../../ui/scope-text';
import { useFormat } from '../../ui/use-format';
import { type AttributeText, useAttributeText } from './attribute-text';
import classes from './Compare.module.css';

/** From which share of complaints with an attribute on it is not worth saying how many have it. */
const WELL_FILLED = 0.95;

/** What was looked at without a difference, what only part of the complaints has, and what was not looked at and why. */
export function LookedAt({ answer }: { readonly answer: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const labels = useLabels();
  const text = useAttributeText();
  const list = (names: readonly string[]) => [...new Set(names)].join(t('common.listSeparator'));
  const same = answer.attributes.filter(({ different }) => different === 0);
  const partly = partlyKnown(answer, text, (share) => format.percent(share, 0));
  const filters = answer.question.rest?.map((predicate) => predicateText(predicate, { t, labels }));
  return (
    <section className={classes.looked} aria-label={t('compare.looked')}>
      {filters !== undefined && <p>{t('compare.chosen', { filters: list(filters) })}</p>}
      {same.length > 0 && (
        <p>{t('compare.same', { names: list(same.map(({ attribute }) => text.name(attribute))) })}</p>
      )}
      {partly.size > 0 && (
        <p>
          {t('compare.partly', {
            names: [...partly.values()]
              .map(({ names, a, b }) => t('compare.filled', { name: list(names), a, b }))
              .join(t('changes.separator')),
          })}
        </p>
      )}
      {/* Where the others are chosen wider than these, all of these are in both. */}
      {answer.shared > 0 && answer.shared < answer.a && <p>{t('compare.shared', { count: answer.shared })}</p>}
      {leftSentences(answer.left, text, t).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

/** Reasons that are told in one sentence. */
const KINDS: ReadonlySet<LeftOut['reason']> = new Set(['identifier', 'prose', 'number']);

/** Attributes that only part of the complaints have, those that are alike in it together. */
function partlyKnown({ attributes }: Comparison, text: AttributeText, percent: (share: number) => string) {
  const groups = new Map<string, { readonly names: string[]; readonly a: string; readonly b: string }>();
  for (const { attribute, filledA, filledB } of attributes) {
    if (Math.min(filledA, filledB) >= WELL_FILLED) continue;
    const [a, b] = [percent(filledA), percent(filledB)];
    const group = groups.get(`${a} ${b}`) ?? { names: [], a, b };
    group.names.push(text.name(attribute));
    groups.set(`${a} ${b}`, group);
  }
  return groups;
}

function leftSentences(left: readonly LeftOut[], text: AttributeText, t: TFunction): string[] {
  const reasons = new Map<string, { readonly one: LeftOut; readonly names: string[] }>();
  for (const one of left) {
    const key = `${KINDS.has(one.reason) ? 'kind' : one.reason} ${one.dataset ?? ''}`;
    const entry = reasons.get(key) ?? { one, names: [] };
    const name = text.name(one.attribute);
    if (!entry.names.includes(name)) entry.names.push(name);
    reasons.set(key, entry);
  }
  return [...reasons.values()].map(({ one, names }) => sentence(one, names.join(t('common.listSeparator')), t));
}

function sentence({ reason, dataset }: LeftOut, names: string, t: TFunction): string {
  switch (reason) {
    case 'defines':
      return t('compare.leftDefines', { names });
    case 'goesWith':
      return t('compare.leftGoesWith', { names });
    case 'person':
      return t('compare.leftPerson', { names });
    case 'identifier':
    case 'prose':
    case 'number':
      return t('compare.leftKind', { names });
    case 'oneValue':
      return t('compare.leftOneValue', { names });
    case 'tooManyValues':
      return t('compare.leftTooMany', { names });
    case 'noDataset':
      return t('compare.leftNoDataset', { names, dataset: t(`datasets.name.${dataset ?? 'batch'}`) });
    case 'notTraced':
      return t('compare.leftNotTraced', { names });
    default:
      return t('compare.leftBlank', { names });
  }
}
