import { type KeyboardEvent, memo, type SyntheticEvent, useId, useState } from 'react';
import type { NevadaRow, ReliabilityAnswer } from '../../analysis/reliability/types';
import { useChartStyle } from '../../ui/charts/use-chart-style';
import { copyText } from '../../ui/clipboard';
import { readableOn } from '../../ui/contrast';
import { toTsv } from '../../ui/csv';
import type { Format } from '../../ui/format';
import { sequentialColour } from '../../ui/palette';
import type { Scheme } from '../../ui/tokens';
import classes from './Nevada.module.css';
import { type CellKind, cellValue, fullColour, MOST_COHORTS, nevadaWide } from './nevada-grid';
import { type AgeWords, useAgeWords } from './words';

interface NevadaTableProps {
  readonly answer: ReliabilityAnswer;
  readonly kind: CellKind;
  readonly label: string;
  /** Lists the complaints of a cohort. */
  readonly onOpen: (row: NevadaRow) => void;
}

/** Black and white: one of them has AA contrast on any ground. */
const INKS = ['#000000', '#ffffff'] as const;

/** A cell by row and column; column 0 is the cohort itself, 1 the first month. */
type Place = readonly [row: number, column: number];

const STEPS: Readonly<Record<string, Place>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Cohorts by months of age, shaded by value; what not all units have lived yet is grey and hatched. */
export function NevadaTable({ answer, kind, label, onOpen }: NevadaTableProps) {
  const words = useAgeWords();
  const { t, format } = words;
  const { scheme } = useChartStyle();
  const id = useId();
  const [cursor, setCursor] = useState<Place | undefined>(undefined);
  const [pointed, setPointed] = useState<Place | undefined>(undefined);
  const rows = answer.nevada.slice(-MOST_COHORTS);
  const ages = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const full = fullColour(rows, kind);
  const { axis } = answer.population;

  const moveTo = ([row, column]: Place) => {
    const at = Math.max(0, Math.min(rows.length - 1, row));
    const place = [at, Math.max(0, Math.min(rows[at]?.cells.length ?? 0, column))] as const;
    setCursor(place);
    document.getElementById(cellId(id, place))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const here = cursor ?? ([0, 0] as const);
    const step = STEPS[event.key];
    if (step !== undefined) moveTo(cursor === undefined ? here : [here[0] + step[0], here[1] + step[1]]);
    else if (event.key === 'Home') moveTo([here[0], 0]);
    else if (event.key === 'End') moveTo([here[0], ages]);
    else if (event.key === 'Enter') open(here);
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && window.getSelection()?.isCollapsed !== false)
      // Where the browser does not allow it, the menu of the figure says so.
      void copyText(() => toTsv(nevadaWide(answer, kind, words))).catch(() => undefined);
    else return;
    event.preventDefault();
  };
  const open = ([row]: Place) => {
    const opened = rows[row];
    if (opened !== undefined && opened.scope !== null) onOpen(opened);
  };
  const onPlace = (then: (place: Place | undefined) => void) => (event: SyntheticEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null;
    const [row, column] = cell?.dataset.place?.split(' ').map(Number) ?? [];
    then(row === undefined || column === undefined ? undefined : [row, column]);
  };
  const told = pointed ?? cursor;
  return (
    <>
      <section className={classes.place} aria-label={label}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid in ARIA is a table that keys move in
          role="grid"
          className={classes.table}
          aria-label={label}
          aria-description={t('reliability.nevada.keys')}
          aria-activedescendant={cursor === undefined ? undefined : cellId(id, cursor)}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onClick={onPlace((place) => {
            if (place === undefined) return;
            setCursor(place);
            open(place);
          })}
          onMouseOver={onPlace(setPointed)}
          onFocus={() => cursor === undefined && setCursor([0, 0])}
          onMouseLeave={() => setPointed(undefined)}
        >
          <thead>
            <tr>
              <th scope="col">{t(`reliability.word.cohort.${answer.question.cohort}`)}</th>
              <th scope="col">{t('reliability.units')}</th>
              <th scope="col">{t('reliability.claims')}</th>
              {Array.from({ length: ages }, (_, age) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a month of age is its position
                <th key={age} scope="col" title={t(`reliability.word.month.${axis}`, { month: age + 1 })}>
                  {age + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <Line
                key={row.cohort}
                row={row}
                at={at}
                id={id}
                kind={kind}
                full={full}
                scheme={scheme}
                format={format}
                current={cursor?.[0] === at ? cursor[1] : undefined}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('reliability.nevada.all')}</th>
              <td>{format.number(answer.population.units)}</td>
              <td>{format.number(answer.population.claims.traced)}</td>
              {Array.from({ length: ages }, (_, age) => {
                const point = answer.ages[age];
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a month of age is its position
                  <td key={age}>{kind === 'rate' ? format.rate(point?.rate) : format.number(point?.claims)}</td>
                );
              })}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className={classes.told} role="status">
        {told === undefined ? t('reliability.nevada.point') : placeText(rows[told[0]], told[1], axis, words)}
      </p>
    </>
  );
}

interface LineProps {
  readonly row: NevadaRow;
  readonly at: number;
  readonly id: string;
  readonly kind: CellKind;
  readonly full: number;
  readonly scheme: Scheme;
  readonly format: Format;
  /** The column under the keyboard, if it is in this row. */
  readonly current: number | undefined;
}

const Line = memo(function Line({ row, at, id, kind, full, scheme, format, current }: LineProps) {
  const opens = row.scope === null ? '' : classes.opens;
  return (
    <tr>
      <th
        scope="row"
        id={cellId(id, [at, 0])}
        data-place={`${at} 0`}
        className={`${opens} ${current === 0 ? classes.current : ''}`}
      >
        {format.month(row.cohort)}
      </th>
      <td>{format.number(row.units)}</td>
      <td>{format.number(row.claims)}</td>
      {row.cells.map((cell, age) => {
        const value = cellValue(cell, kind);
        const ground = cell.mature && value !== null ? sequentialColour(value / full, scheme) : undefined;
        const names = [opens, !cell.mature && classes.young, current === age + 1 && classes.current];
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a month of age is its position
            key={age}
            id={cellId(id, [at, age + 1])}
            data-place={`${at} ${age + 1}`}
            className={names.filter(Boolean).join(' ')}
            style={ground === undefined ? undefined : { background: ground, color: readableOn(ground, INKS) }}
          >
            {kind === 'rate' ? format.rate(value) : format.number(value)}
          </td>
        );
      })}
    </tr>
  );
});

function cellId(id: string, [row, column]: Place): string {
  return `${id}-${row}-${column}`;
}

/** What a cell says, in words. */
function placeText(
  row: NevadaRow | undefined,
  column: number,
  axis: ReliabilityAnswer['population']['axis'],
  { t, format }: AgeWords,
): string {
  if (row === undefined) return '';
  const cell = row.cells[column - 1];
  const sentences =
    cell === undefined
      ? [
          t('reliability.nevada.cohortTold', {
            cohort: format.month(row.cohort),
            units: format.number(row.units),
            claims: format.number(row.claims),
          }),
        ]
      : [
          t('reliability.nevada.told', {
            cohort: format.month(row.cohort),
            age: t(`reliability.word.month.${axis}`, { month: column }),
            claims: format.number(cell.claims),
            units: format.number(cell.exposure, Number.isInteger(cell.exposure) ? 0 : 1),
            value: format.rate(cell.perThousand),
          }),
          ...(cell.mature ? [] : [t('reliability.nevada.young', { share: format.percent(cell.lived, 0) })]),
        ];
  if (row.scope === null) sentences.push(t('reliability.nevada.noRows'));
  return sentences.join(t('common.sentenceSeparator'));
}
