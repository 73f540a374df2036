import { useTranslation } from 'react-i18next';
import { decodeScope, encodeScope } from '../../domain/scope-codec';
import { useLabels } from '../../ui/labels';
import { Select } from '../../ui/Select';
import { predicateText } from '../../ui/scope-text';
import { useRest, useScope } from '../../ui/view/view-state';

/** What the complaints are compared with: all others, or those that differ from them in one filter only. */
export function RestSelect() {
  const { t } = useTranslation();
  const labels = useLabels();
  const { scope } = useScope();
  const [rest, setRest] = useRest();
  const inOne = scope.map((predicate) => ({
    value: encodeScope(scope.filter((other) => other !== predicate)),
    label: t('compare.inOne', { filter: predicateText(predicate, { t, labels }) }),
  }));
  const chosen = rest === undefined ? '' : encodeScope(rest);
  const options = [{ value: '', label: t('compare.allOthers') }, ...(scope.length > 1 ? inOne : [])];
  if (!options.some(({ value }) => value === chosen)) {
    const filters = (rest ?? []).map((predicate) => predicateText(predicate, { t, labels }));
    options.push({ value: chosen, label: t('compare.chosen', { filters: filters.join(t('common.listSeparator')) }) });
  }
  return (
    <Select
      label={t('compare.against')}
      value={chosen}
      options={options}
      onChange={(value) => setRest(value === '' ? undefined : decodeScope(value))}
      outlined
    />
  );
}
