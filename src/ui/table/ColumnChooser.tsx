import { Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton';
import { Icon } from '../icons';
import { TextButton } from '../TextButton';
import classes from './ColumnChooser.module.css';
import type { Columns } from './use-columns';

/** Which columns are shown, in which order, and which stay at the left. */
export function ColumnChooser<Row>({ columns }: { readonly columns: Columns<Row> }) {
  const { t } = useTranslation();
  const { choices, show, pin, move } = columns;
  return (
    <Popover position="top-start" shadow="sm" transitionProps={{ duration: 0 }} trapFocus>
      <Popover.Target>
        <TextButton quiet>
          <Icon name="columns" />
          {t('table.columns')}
        </TextButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.list}>
          {choices.map(({ id, header, visible, pinned }, at) => (
            <li key={id} className={classes.item}>
              <label className={classes.name}>
                <input
                  type="checkbox"
                  aria-label={t('table.visible', { column: header })}
                  checked={visible}
                  onChange={(event) => show(id, event.target.checked)}
                />
                {header}
              </label>
              <IconButton
                icon="pin"
                label={pinned ? t('table.unpin', { column: header }) : t('table.pin', { column: header })}
                aria-pressed={pinned}
                onClick={() => pin(id, !pinned)}
              />
              <IconButton
                icon="earlier"
                label={t('table.earlier', { column: header })}
                disabled={at === 0}
                onClick={() => move(id, -1)}
              />
              <IconButton
                icon="later"
                label={t('table.later', { column: header })}
                disabled={at === choices.length - 1}
                onClick={() => move(id, 1)}
              />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
