import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { LIST_SEPARATOR, type Problem } from '../../data/ingest/plan';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';
import { timeText } from './time-text';

/** Writes a problem as sentences: what and where, then what to do. Codes among its details become words. */
export function useProblemText(): (problem: Problem) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  const words: Readonly<Record<string, (value: string, details: Problem['details']) => string>> = {
    target: labels.column,
    why: (code, { near = '' }) => t(`expressionProblem.${code}` as ParseKeys, { near }),
    missing: (names) => names.split(LIST_SEPARATOR).map(labels.column).join(t('common.listSeparator')),
    from: (time) => timeText(format, time),
    until: (time) => timeText(format, time),
    latest: (time) => timeText(format, time),
    order: (order) => t(`dateOrder.${order}` as ParseKeys),
    likely: (dataset) => t(`dataset.${dataset}` as ParseKeys),
    encoding: (encoding) => t(`encoding.${encoding}` as ParseKeys),
    kind: (kind) => t(`binary.${kind}` as ParseKeys),
    needed: (bytes) => format.bytes(Number(bytes)),
    free: (bytes) => format.bytes(Number(bytes)),
    packed: (bytes) => format.bytes(Number(bytes)),
    unpacked: (bytes) => format.bytes(Number(bytes)),
    largest: (bytes) => format.bytes(Number(bytes)),
  };
  return ({ code, details }) => {
    const worded = Object.entries(details).map(([name, value]) => [
      name,
      words[name]?.(String(value), details) ?? value,
    ]);
    return t(`problem.${code}` as ParseKeys, Object.fromEntries(worded));
  };
}
