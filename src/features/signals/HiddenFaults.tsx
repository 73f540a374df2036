import { useNavigate } from '@tanstack/react-router';
import type { HiddenFault, Signals } from '../../analysis/signals/types';
import { encodeScope } from '../../domain/scope-codec';
import type { TableText } from '../../ui/csv';
import { Figure, type FigureState } from '../../ui/Figure';
import { NumberLink } from '../../ui/NumberLink';
import { Sparkbars } from '../../ui/Sparkbars';
import classes from './Signals.module.css';
import { type SignalWords, useSignalWords } from './words';

const HEIGHT = 120;
const MONTHS = 24;

/** No-reason returns that name a fault: complaints that no measure counts. */
export function HiddenFaults({ answer, state }: { readonly answer: Signals; readonly state: FigureState }) {
  const words = useSignalWords();
  const { t } = words;
  const { hidden, sql } = answer;
  if (hidden.modes.length === 0) return null;
  return (
    <Figure
      title={t('signals.hidden', { naming: hidden.naming, returns: hidden.returns })}
      state={state}
      height={HEIGHT}
      footnote={t('signals.hiddenHint')}
      actions={{ fileName: 'hidden-faults', sql, table: () => hiddenTable(hidden.modes, words) }}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('signals.mode')}</th>
            <th scope="col" className={classes.number}>
              {t('signals.n')}
            </th>
            <th scope="col" className={classes.number}>
              {t('signals.hiddenShare')}
            </th>
            <th scope="col">{t('grain.month')}</th>
          </tr>
        </thead>
        <tbody>
          {hidden.modes.map((fault) => (
            <HiddenRow key={fault.mode} fault={fault} words={words} />
          ))}
        </tbody>
      </table>
    </Figure>
  );
}

function HiddenRow({ fault, words }: { readonly fault: HiddenFault; readonly words: SignalWords }) {
  const { t, format, count } = words;
  const navigate = useNavigate();
  const { mode, n, share, months, scope } = fault;
  // They are in no measure, so the list must show every ticket.
  const open = () =>
    void navigate({
      to: '/complaints',
      search: (before) => ({ ...before, s: encodeScope(scope) || undefined, all: '1' as const }),
    });
  return (
    <tr>
      <th scope="row">{words.mode(mode, 'failure_mode')}</th>
      <td className={classes.number}>
        <NumberLink onClick={open}>{format.number(n)}</NumberLink>
      </td>
      <td className={classes.number}>{format.percent(share)}</td>
      <td>
        <Sparkbars
          label={t('signals.hiddenMonths', { mode: words.mode(mode, 'failure_mode') })}
          bars={months.slice(-MONTHS).map(({ month, n: own }) => ({
            value: own,
            label: t('signals.barMonth', { month: format.month(month), n: count(own) }),
          }))}
        />
      </td>
    </tr>
  );
}

function hiddenTable(faults: readonly HiddenFault[], { t, mode }: SignalWords): TableText {
  return {
    header: [t('signals.mode'), t('signals.n'), t('signals.hiddenShare')],
    rows: faults.map((fault) => [mode(fault.mode, 'failure_mode'), fault.n, fault.share]),
  };
}
