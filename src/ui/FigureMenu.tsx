import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyImage, copyText } from './clipboard';
import { download, downloadCsv, type TableText, toTsv } from './csv';
import { IconButton } from './IconButton';
import { SqlDrawer } from './SqlDrawer';

/** What can be done with a figure; what is left out is not offered. */
export interface FigureActions {
  /** Name of exported files, without ending. */
  readonly fileName: string;
  readonly showRows?: () => void;
  /** The statements behind the figure. */
  readonly sql?: readonly string[];
  /** The figures as a table, made when asked for. */
  readonly table?: () => TableText | Promise<TableText>;
  readonly image?: () => Promise<Blob>;
}

interface FigureMenuProps {
  readonly actions: FigureActions;
  /** The figure is shown as a table. */
  readonly tabular?: boolean;
  /** Shows it as a table or as itself again; left out for what is a table anyway. */
  readonly onTabular?: (tabular: boolean) => void;
}

/** The corner menu of a figure. */
export function FigureMenu({ actions, tabular = false, onTabular }: FigureMenuProps) {
  const { t } = useTranslation();
  const { fileName, showRows, sql, table, image } = actions;
  const [reading, setReading] = useState(false);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | undefined>(undefined);
  const tell = (done: Promise<void>) =>
    void done.then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );

  return (
    <>
      <Menu position="bottom-end" shadow="sm" transitionProps={{ duration: 0 }} onOpen={() => setOutcome(undefined)}>
        <Menu.Target>
          <IconButton icon="more" label={t('figure.menu')} />
        </Menu.Target>
        <Menu.Dropdown>
          {showRows !== undefined && <Menu.Item onClick={showRows}>{t('figure.rows')}</Menu.Item>}
          {sql !== undefined && <Menu.Item onClick={() => setReading(true)}>{t('figure.sql')}</Menu.Item>}
          {table !== undefined && (
            <>
              {onTabular !== undefined && (
                <Menu.Item onClick={() => onTabular(!tabular)}>
                  {tabular ? t('figure.asChart') : t('figure.asTable')}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => tell(copyText(async () => toTsv(await table())))}>
                {t('figure.copyTable')}
              </Menu.Item>
              <Menu.Item onClick={async () => downloadCsv(`${fileName}.csv`, await table())}>
                {t('figure.exportCsv')}
              </Menu.Item>
            </>
          )}
          {image !== undefined && !tabular && (
            <>
              <Menu.Item onClick={() => tell(copyImage(image))}>{t('figure.copyImage')}</Menu.Item>
              <Menu.Item onClick={async () => download(`${fileName}.png`, await image())}>
                {t('figure.saveImage')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <span role="status">{outcome !== undefined && t(`common.${outcome}`)}</span>
      {reading && sql !== undefined && <SqlDrawer sql={sql} onClose={() => setReading(false)} />}
    </>
  );
}
