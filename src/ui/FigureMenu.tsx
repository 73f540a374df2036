import { Menu } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
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
  /** The same as SVG. */
  readonly vector?: () => Promise<Blob>;
}

interface FigureMenuProps {
  readonly actions: FigureActions;
  /** The figure is shown as a table. */
  readonly tabular?: boolean;
  /** Shows it as a table or as itself again; left out for what is a table anyway. */
  readonly onTabular?: (tabular: boolean) => void;
}

/** The corner menu of a figure: a button until it is first opened, because a screen has a dozen and each costs time at every click. */
export function FigureMenu({ actions, tabular = false, onTabular }: FigureMenuProps) {
  const { t } = useTranslation();
  const [used, setUsed] = useState(false);
  const [reading, setReading] = useState(false);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | undefined>(undefined);
  const tell = (done: Promise<void>) =>
    void done.then(
      () => setOutcome('copied'),
      () => setOutcome('copyFailed'),
    );
  return (
    <>
      {used ? (
        <ActionMenu
          actions={actions}
          tabular={tabular}
          onTabular={onTabular}
          onOpen={() => setOutcome(undefined)}
          onSql={() => setReading(true)}
          tell={tell}
        />
      ) : (
        <IconButton
          icon="more"
          label={t('figure.menu')}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => setUsed(true)}
        />
      )}
      <span role="status">{outcome !== undefined && t(`common.${outcome}`)}</span>
      {reading && actions.sql !== undefined && <SqlDrawer sql={actions.sql} onClose={() => setReading(false)} />}
    </>
  );
}

interface ActionMenuProps extends FigureMenuProps {
  readonly onOpen: () => void;
  readonly onSql: () => void;
  /** Says how copying went. */
  readonly tell: (done: Promise<void>) => void;
}

/** The menu itself, which opens as soon as it is there, with the button that it stands in for. */
function ActionMenu({ actions, tabular, onTabular, onOpen, onSql, tell }: ActionMenuProps) {
  const { t } = useTranslation();
  const { fileName, showRows, sql, table, image, vector } = actions;
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="sm"
      transitionProps={{ duration: 0 }}
      onOpen={onOpen}
    >
      <Menu.Target>
        <IconButton ref={button} icon="more" label={t('figure.menu')} />
      </Menu.Target>
      <Menu.Dropdown>
        {showRows !== undefined && <Menu.Item onClick={showRows}>{t('figure.rows')}</Menu.Item>}
        {sql !== undefined && <Menu.Item onClick={onSql}>{t('figure.sql')}</Menu.Item>}
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
        {vector !== undefined && !tabular && (
          <Menu.Item onClick={async () => download(`${fileName}.svg`, await vector())}>
            {t('figure.saveVector')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
