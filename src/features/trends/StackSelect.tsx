import { useTranslation } from 'react-i18next';
import { chartable } from '../../analysis/trends';
import { valuesOf } from '../../domain/scope';
import { useWorkspaceData } from '../../session/hooks';
import { useLabels } from '../../ui/labels';
import { Select } from '../../ui/Select';
import { useScope, useStackBy } from '../../ui/view/view-state';

/** What the chart over time is made of. A dimension that the scope fixes would be one colour, so it is not offered. */
export function StackSelect() {
  const { t } = useTranslation();
  const labels = useLabels();
  const { workspace } = useWorkspaceData();
  const { scope } = useScope();
  const [stackBy, setStackBy] = useStackBy();
  const offered = chartable(workspace).filter((name) => name === stackBy || valuesOf(scope, name)?.length !== 1);
  const options = [
    { value: '', label: t('trends.noStack') },
    ...offered.map((name) => ({ value: name, label: t('trends.stackedBy', { dimension: labels.column(name) }) })),
  ];
  return (
    <Select
      label={t('trends.stackBy')}
      value={stackBy ?? ''}
      options={options}
      onChange={(name) => setStackBy(name === '' ? undefined : name)}
      outlined
    />
  );
}
