import { useTranslation } from 'react-i18next';
import { presentColumns } from '../../data/queries/facts';
import { PROSE } from '../../data/queries/safety';
import { useWorkspaceData } from '../../session/hooks';
import { EmptyState } from '../../ui/EmptyState';
import { useLabels } from '../../ui/labels';
import { TextButton } from '../../ui/TextButton';
import { useScope } from '../../ui/view/view-state';
import type { ItemFilter, itemsByState } from './item-filter';

interface EmptyWatchProps {
  readonly sets: ReturnType<typeof itemsByState>;
  readonly filter: ItemFilter;
  readonly onShowAll: () => void;
}

/** Why nothing is listed: no complaint is an item, all are closed, or the choices leave none. */
export function EmptyWatch({ sets, filter, onShowAll }: EmptyWatchProps) {
  const { t } = useTranslation();
  const showAll = <TextButton onClick={onShowAll}>{t('safety.showAll')}</TextButton>;
  const { scope, clear } = useScope();
  if (sets.all.length === 0 && sets.denied.length === 0)
    return scope.length === 0 ? (
      <NoneAtAll />
    ) : (
      <EmptyState title={t('safety.emptyScope')} action={<TextButton onClick={clear}>{t('scope.clear')}</TextButton>} />
    );
  if (filter.state === 'open' && sets.open.length === 0 && sets.closed.length > 0)
    return (
      <EmptyState title={t('safety.emptyOpen')} action={showAll}>
        {t('safety.emptyOpenHint')}
      </EmptyState>
    );
  return (
    <EmptyState title={t('safety.emptyFilter')} action={showAll}>
      {t('safety.emptyFilterHint')}
    </EmptyState>
  );
}

const LOOKED_AT = ['safety_related', 'severity', ...PROSE];

function NoneAtAll() {
  const { t } = useTranslation();
  const labels = useLabels();
  const { workspace } = useWorkspaceData();
  const present = presentColumns(workspace.facts.complaint);
  const named = (columns: readonly string[]) => columns.map(labels.column).join(t('common.listSeparator')) || '–';
  return (
    <EmptyState title={t('safety.emptyNone')}>
      {t('safety.emptyNoneHint')}{' '}
      {t('safety.looksIn', {
        columns: named(LOOKED_AT.filter((column) => present.has(column))),
        missing: named(LOOKED_AT.filter((column) => !present.has(column))),
      })}
    </EmptyState>
  );
}
