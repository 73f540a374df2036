import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTROL_SETTING } from '../../../analysis/series/setting';
import { RULES, type RuleId } from '../../../domain/control';
import { useDecision } from '../../../session/hooks';
import { TextButton } from '../../../ui/TextButton';
import { useControlView } from '../../../ui/view/view-state';
import { useWords } from '../words';
import classes from './Control.module.css';
import { rulesText } from './words';

/** The rules that speak: in this view, until somebody lets them hold for every chart and the report. */
export function RuleFields({ rules }: { readonly rules: readonly RuleId[] }) {
  const { t } = useTranslation();
  const words = useWords();
  const [view, changeView] = useControlView();
  const { data: setting, change: changeSetting } = useDecision(CONTROL_SETTING);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const everywhere = setting?.rules;
  const shown = view.rules ?? rules;
  const choose = (next: readonly RuleId[]) =>
    changeView({ rules: everywhere !== undefined && next.join() === everywhere.join() ? undefined : next });
  const keepEverywhere = () =>
    changeSetting(() => ({ rules: shown })).then(
      () => {
        setFailure(undefined);
        changeView({ rules: undefined });
      },
      (reason: unknown) => setFailure(reason instanceof Error ? reason.message : String(reason)),
    );
  return (
    <>
      {RULES.map((rule) => (
        <label key={rule} className={classes.choice}>
          <input
            type="checkbox"
            checked={shown.includes(rule)}
            onChange={({ target }) =>
              choose(RULES.filter((one) => (one === rule ? target.checked : shown.includes(one))))
            }
          />
          {rule} {t(`control.code.rule.${rule}`)}
        </label>
      ))}
      <p className={classes.hint}>{t('control.rulesHint')}</p>
      {view.rules !== undefined && everywhere !== undefined && (
        <div className={classes.row}>
          <span className={classes.hint}>{t('control.rulesHere', { rules: rulesText(everywhere, words) })}</span>
          <TextButton onClick={() => void keepEverywhere()}>{t('control.rulesEverywhere')}</TextButton>
        </div>
      )}
      {failure !== undefined && <p role="alert">▲ {t('control.rulesFailed', { why: failure })}</p>}
    </>
  );
}
