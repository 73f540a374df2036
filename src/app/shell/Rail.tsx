import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { Icon } from '../../ui/icons';
import { SCREEN_GROUPS, type Screen } from '../screens';
import { Logo } from './Logo';
import classes from './Rail.module.css';

interface RailProps {
  /** Icons only. */
  readonly narrow: boolean;
  readonly onToggle: () => void;
}

/** The screens, grouped as people work. */
export function Rail({ narrow, onToggle }: RailProps) {
  const { t } = useTranslation();
  return (
    <nav className={`${classes.rail} ${narrow ? classes.narrow : ''}`} aria-label={t('shell.screens')}>
      <div className={classes.brand}>
        <Logo />
        {!narrow && t('shell.product')}
      </div>
      <div className={classes.groups}>
        {SCREEN_GROUPS.map(({ group, screens }) => (
          <div key={group}>
            {!narrow && <p className={classes.groupName}>{t(`group.${group}`)}</p>}
            <ul className={classes.group}>
              {screens.map((screen) => (
                <li key={screen}>
                  <ScreenLink screen={screen} narrow={narrow} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className={classes.toggle}>
        <IconButton
          icon={narrow ? 'expand' : 'collapse'}
          label={narrow ? t('shell.expand') : t('shell.collapse')}
          aria-expanded={!narrow}
          onClick={onToggle}
        />
      </div>
    </nav>
  );
}

function ScreenLink({ screen, narrow }: { readonly screen: Screen; readonly narrow: boolean }) {
  const { t } = useTranslation();
  const name = t(`screen.${screen}`);
  return (
    <Link
      to={`/${screen}`}
      activeOptions={{ includeSearch: false }}
      className={classes.link}
      {...(narrow ? { 'aria-label': name, title: name } : {})}
    >
      <Icon name={screen} />
      {!narrow && name}
    </Link>
  );
}
