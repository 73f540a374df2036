import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Listed } from '../../analysis/complaints';
import { without } from '../../domain/scope';
import { IconButton } from '../../ui/IconButton';
import { useLabels } from '../../ui/labels';
import { useScope } from '../../ui/view/view-state';
import { FilterForm } from './FilterForm';

interface ColumnFilterProps {
  readonly column: string;
  readonly listed: Listed;
}

/** The button in a header that opens the column's filter; pressed while the scope says something about the column. */
export function ColumnFilter({ column, listed }: ColumnFilterProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { scope, setScope } = useScope();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      shadow="sm"
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <IconButton
          icon="filter"
          label={t('complaints.filter', { column: labels.column(column) })}
          aria-pressed={scope.some(({ field }) => field === column)}
          onClick={() => setOpen(!open)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <FilterForm
          column={column}
          scope={scope}
          listed={listed}
          onApply={(next) => {
            setOpen(false);
            setScope(next);
          }}
          onClear={() => {
            setOpen(false);
            setScope(without(scope, column));
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
