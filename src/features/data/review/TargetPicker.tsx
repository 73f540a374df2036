import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnPlan } from '../../../data/ingest/plan';
import { columnGroups } from '../../../domain/column-groups';
import { columnOf, type Dataset, EXTRA_PREFIX } from '../../../domain/columns';
import { useLabels } from '../../../ui/labels';

import classes from './MappingTable.module.css';

interface TargetPickerProps {
  readonly dataset: Dataset;
  readonly column: Pick<ColumnPlan, 'source' | 'target'>;
  readonly onChange: (target: string | null) => void;
}

const EXTRA = 'extra';
const LEAVE_OUT = 'leave-out';

/** What a column becomes. The list is made when it is asked for: a file may have a thousand columns. */
export function TargetPicker({ dataset, column, onChange }: TargetPickerProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const name = useTargetName(dataset, column.target);
  if (!open) {
    return (
      <button
        type="button"
        className={`${classes.target} ${columnOf(dataset, column.target ?? '') === undefined ? classes.unmapped : ''}`}
        aria-label={t('review.changeTarget', { column: column.source, target: name })}
        onClick={() => setOpen(true)}
      >
        {name}
      </button>
    );
  }
  return (
    <TargetList
      dataset={dataset}
      column={column}
      onClose={() => setOpen(false)}
      onChoose={(target) => {
        setOpen(false);
        if (target !== column.target) onChange(target);
      }}
    />
  );
}

interface TargetListProps extends Omit<TargetPickerProps, 'onChange'> {
  readonly onChoose: (target: string | null) => void;
  readonly onClose: () => void;
}

function TargetList({ dataset, column, onChoose, onClose }: TargetListProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const groups = columnGroups(dataset).map(({ group, columns }) => ({
    group: t(`columnGroup.${group}`),
    items: columns.map((value) => ({ value, label: labels.column(value) })),
  }));
  const apart = [
    { value: EXTRA, label: t('review.extra') },
    { value: LEAVE_OUT, label: t('review.leaveOut') },
  ];
  return (
    <Select
      aria-label={t('review.searchTarget')}
      placeholder={t('review.searchTarget')}
      nothingFoundMessage={t('review.noTarget')}
      data={[...apart, ...groups]}
      value={null}
      searchable
      autoFocus
      defaultDropdownOpened
      allowDeselect={false}
      size="xs"
      classNames={{ input: classes.search, dropdown: classes.dropdown }}
      comboboxProps={{ width: 260, position: 'bottom-start', transitionProps: { duration: 0 } }}
      maxDropdownHeight={320}
      onChange={(value) => {
        if (value === EXTRA)
          onChoose(column.target?.startsWith(EXTRA_PREFIX) ? column.target : EXTRA_PREFIX + column.source);
        else onChoose(value === LEAVE_OUT ? null : value);
      }}
      onDropdownClose={onClose}
    />
  );
}

/** A target in words. */
function useTargetName(dataset: Dataset, target: string | null): string {
  const { t } = useTranslation();
  const labels = useLabels();
  if (target === null) return t('review.leftOut');
  return columnOf(dataset, target) === undefined ? t('review.extraShort') : labels.column(target);
}
