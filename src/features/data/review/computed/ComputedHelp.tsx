import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import classes from './Computed.module.css';
import { named } from './draft';

interface ComputedHelpProps {
  readonly sources: readonly string[];
  readonly onTake: (expression: string) => void;
}

/** What can be written, each with an example over columns of this very file that one click takes. */
export function ComputedHelp({ sources, onTake }: ComputedHelpProps) {
  const { t } = useTranslation();
  const [first = 'A', second = first] = sources.map(named);
  const examples: Readonly<Record<string, string>> = {
    concat: `concat(${first}, ' ', ${second})`,
    left: `left(${first}, 3)`,
    mid: `mid(${first}, 2, 4)`,
    part: `part(${first}, '-', 2)`,
    after: `after(${first}, ':')`,
    replace: `replace(${first}, '/', '-')`,
    digits: `digits(${first})`,
    pad: `pad(${first}, 6)`,
    upper: `upper(trim(${first}))`,
    narrow: `narrow(${first})`,
    coalesce: `coalesce(${first}, ${second})`,
    if: `if(blank(${first}), ${second}, ${first})`,
    conditions: `if(and(starts(${first}, 'A'), not(contains(${second}, 'B'))), 'C', 'D')`,
  };
  return (
    <details className={classes.help}>
      <summary>{t('computed.help')}</summary>
      <dl className={classes.examples}>
        {Object.entries(examples).map(([name, expression]) => (
          <div key={name}>
            <dt>
              <button type="button" className={classes.example} onClick={() => onTake(expression)}>
                <code>{expression}</code>
              </button>
            </dt>
            <dd>{t(`expressionHelp.${name}` as ParseKeys)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
