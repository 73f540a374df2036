import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Drawer } from './Drawer';
import classes from './KeyHelp.module.css';

type KeyName = Extract<ParseKeys, `keys.${string}`> extends `keys.${infer Name}` ? Name : never;

const SECTIONS: readonly { readonly name: KeyName; readonly keys: readonly (readonly [string, KeyName])[] }[] = [
  {
    name: 'general',
    keys: [
      ['?', 'help'],
      ['Esc', 'escape'],
      ['/', 'search'],
      ['1 … 9, 0', 'screens'],
      ['p', 'choosePeriod'],
      ['[ ]', 'period'],
    ],
  },
  {
    name: 'chart',
    keys: [
      ['← →', 'chartMove'],
      ['Enter', 'chartSelect'],
      ['Shift + Enter', 'chartOpen'],
    ],
  },
  {
    name: 'table',
    keys: [
      ['← → ↑ ↓', 'tableMove'],
      ['PgUp PgDn', 'tablePage'],
      ['Home End', 'tableEdge'],
      ['Shift + ← → ↑ ↓', 'tableExtend'],
      ['Shift + Space', 'tableRow'],
      ['Ctrl + A', 'tableAll'],
      ['Ctrl + C', 'tableCopy'],
      ['Enter', 'tableOpen'],
    ],
  },
  { name: 'chips', keys: [['Delete', 'chipRemove']] },
];

/** What the keyboard can do. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer title={t('keys.title')} onClose={onClose}>
      {SECTIONS.map((section) => (
        <section key={section.name}>
          <h3 className={classes.heading}>{t(`keys.${section.name}`)}</h3>
          <dl className={classes.list}>
            {section.keys.map(([key, name]) => (
              <KeyRow key={name} press={key} does={t(`keys.${name}`)} />
            ))}
          </dl>
        </section>
      ))}
    </Drawer>
  );
}

function KeyRow({ press, does }: { readonly press: string; readonly does: string }) {
  return (
    <>
      <dt>
        <kbd className={classes.key}>{press}</kbd>
      </dt>
      <dd>{does}</dd>
    </>
  );
}
