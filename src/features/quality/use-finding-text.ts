import { useTranslation } from 'react-i18next';
import type { Finding } from '../../analysis/quality-finding';
import type { RejectReason } from '../../data/ingest/plan';
import { DUPLICATE_DAYS } from '../../data/queries/quality-duplicates';
import type { RelationKind } from '../../domain/relation';
import type { need as needs } from '../../locales/en/quality';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';
import { useColumnName } from './use-column-name';

export interface FindingText {
  /** What is wrong. */
  readonly title: string;
  /** What it costs, as a sentence. */
  readonly cost: string;
  /** What can be done. */
  readonly fix: string;
  /** What affected rows hold, codes in words. */
  readonly examples: readonly string[];
}

/** Findings in words. */
export function useFindingText(): (finding: Finding) => FindingText {
  const { t } = useTranslation();
  const columnOf = useColumnName();
  const format = useFormat();
  const labels = useLabels();
  return (finding) => ({ ...sentencesOf(finding), examples: examplesOf(finding) });

  function examplesOf({ kind, about: [column = ''], examples }: Finding): readonly string[] {
    return kind === 'order' ? examples : examples.map((text) => labels.value(column, text));
  }

  function sentencesOf(finding: Finding): Omit<FindingText, 'examples'> {
    const { kind, dataset, about, count, share, details } = finding;
    const name = t(`datasets.name.${dataset}`);
    const shown = (of: number) => format.percent(of, of > 0 && of < 0.01 ? 2 : of > 0.1 ? 0 : 1);
    const [first = '', second = ''] = about;
    const named = details.there === undefined ? about : String(details.there).split(' ');
    const words = {
      dataset: name,
      columns: named.map((column) => columnOf(dataset, column)).join(t('common.listSeparator')),
      first: columnOf(dataset, first),
      second: columnOf(dataset, second),
      share: shown(share),
      rest: shown(1 - share),
      count,
      days: DUPLICATE_DAYS,
      amount: shown(Number(details.amount ?? 0)),
      low: amount(details.low, format.number),
      high: amount(details.high, format.number),
      digits: String(details.digits ?? ''),
      limit: String(details.limit ?? ''),
      pattern: String(details.pattern ?? ''),
    };
    const needed = details.need as keyof typeof needs | undefined;
    if (kind === 'relation') {
      const relation = first as RelationKind;
      return {
        title: t(`relation.${relation}`, { dataset: name }),
        cost: t(`relationCost.${relation}`, words),
        fix: t('findingFix.relation'),
      };
    }
    if (kind === 'blank' || kind === 'absent')
      return {
        title: t(`finding.${kind}`, words),
        cost: needed === undefined ? '' : t(`need.${needed}`, words),
        fix: t(`findingFix.${kind}`),
      };
    const pair = kind === 'impossibleNumber' && second !== '' ? 'impossiblePair' : kind;
    return {
      title: t(`finding.${pair}`, { ...words, reason: reasonText(kind === 'rejected' ? first : '') }),
      cost: t(`findingCost.${pair}`, words),
      fix: t(`findingFix.${kind}`),
    };
  }

  function reasonText(reason: string): string {
    return reason === '' ? '' : t(`reject.${reason as RejectReason}`);
  }
}

function amount(value: string | number | undefined, write: (value: number, decimals?: number) => string): string {
  const number = Number(value ?? 0);
  return write(number, number < 10 ? 2 : 0);
}
