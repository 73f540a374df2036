import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../data/ingest/plan';
import { useLabels } from '../../ui/labels';
import { useFormat } from '../../ui/use-format';

/** Writes a problem as sentences: what and where, then what to do. Codes among its details become words. */
export function useProblemText(): (problem: Problem) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const format = useFormat();
  const words: Readonly<Record<string, (value: string) => string>> = {
    target: labels.column,
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
    const worded = Object.entries(details).map(([name, value]) => [name, words[name]?.(String(value)) ?? value]);
    return t(`problem.${code}` as ParseKeys, Object.fromEntries(worded));
  };
}
