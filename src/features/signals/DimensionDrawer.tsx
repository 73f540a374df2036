import { useState } from 'react';
import { DEFAULT_DIMENSIONS } from '../../analysis/signals/dimensions';
import type { Signals, SliceDimension } from '../../analysis/signals/types';
import { chartable } from '../../analysis/trends';
import type { Dataset } from '../../domain/columns';
import { useWorkspaceData } from '../../session/hooks';
import { Drawer } from '../../ui/Drawer';
import { Select } from '../../ui/Select';
import { TextButton } from '../../ui/TextButton';
import { useDimensionChoice } from '../../ui/view/view-state';
import { dimensionKey, readDimensions, writeDimensions } from './dimension-choice';
import classes from './Signals.module.css';
import { useSignalWords } from './words';

/** Lists that an attribute is read from, beside the complaints. */
const NEEDS: Readonly<Record<string, readonly Dataset[]>> = {
  batch_no: ['batch'],
  build_week: ['batch'],
  plant: ['batch'],
  line: ['batch'],
  shift: ['batch'],
  lot_no: ['consumption'],
  supplier: ['consumption', 'material_lot'],
  carrier: ['shipment'],
  warehouse: ['shipment'],
  packaging_version: ['shipment'],
  region: ['shipment'],
  channel: ['shipment'],
};
/** What a failure is called is what slices are looked for in. */
const MODES: ReadonlySet<string> = new Set(['failure_mode', 'failure_group', 'failure_part']);

interface DimensionDrawerProps {
  readonly answer: Signals;
  readonly onClose: () => void;
}

/** Which dimensions are looked through, alone or two at once, and what each needs. */
export function DimensionDrawer({ answer, onClose }: DimensionDrawerProps) {
  const { t, dimension: named, missing: whyMissing } = useSignalWords();
  const { workspace } = useWorkspaceData();
  const [choice, setChoice] = useDimensionChoice();
  const [chosen, setChosen] = useState(() => readDimensions(choice) ?? DEFAULT_DIMENSIONS);
  const standard = new Set(DEFAULT_DIMENSIONS.map(dimensionKey));
  const columns = chartable(workspace).filter((name) => !MODES.has(name) && !standard.has(dimensionKey([name])));
  const added = chosen.filter((one) => !standard.has(dimensionKey(one)) && !columns.includes(one.join()));
  const keys = new Set(chosen.map(dimensionKey));
  const toggle = (dimension: SliceDimension) => {
    const key = dimensionKey(dimension);
    setChosen(keys.has(key) ? chosen.filter((one) => dimensionKey(one) !== key) : [...chosen, dimension]);
  };
  const apply = () => {
    const isStandard = chosen.length === standard.size && chosen.every((one) => standard.has(dimensionKey(one)));
    setChoice(isStandard ? undefined : writeDimensions(chosen));
    onClose();
  };
  const line = (dimension: SliceDimension) => {
    const lacking = answer.missing.find((one) => dimensionKey(one.dimension) === dimensionKey(dimension));
    const needs = [...new Set(dimension.flatMap((attribute) => NEEDS[attribute] ?? []))];
    return (
      <li key={dimensionKey(dimension)}>
        <label className={classes.choice}>
          <input type="checkbox" checked={keys.has(dimensionKey(dimension))} onChange={() => toggle(dimension)} />
          {named(dimension)}
        </label>
        <span className={classes.dim}>
          {lacking !== undefined
            ? t('signals.lacking', { why: whyMissing(lacking) })
            : needs.length > 0 &&
              t('signals.needs', {
                datasets: needs.map((name) => t(`datasets.name.${name}`)).join(t('common.listSeparator')),
              })}
        </span>
      </li>
    );
  };
  return (
    <Drawer title={t('signals.dimensionsTitle')} onClose={onClose}>
      <p className={classes.text}>{t('signals.dimensionsHint')}</p>
      <h3 className={classes.heading}>{t('signals.standard')}</h3>
      <ul className={classes.choices}>{[...DEFAULT_DIMENSIONS, ...added].map(line)}</ul>
      <PairForm
        attributes={[...new Set([...DEFAULT_DIMENSIONS.flat(), ...columns])]}
        onAdd={(pair) => !keys.has(dimensionKey(pair)) && toggle(pair)}
      />
      {columns.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('signals.further')}</h3>
          <ul className={classes.choices}>{columns.map((name) => line([name]))}</ul>
        </>
      )}
      <div className={classes.apply}>
        <TextButton strong disabled={chosen.length === 0} onClick={apply}>
          {t('signals.apply')}
        </TextButton>
        <TextButton onClick={() => setChosen(DEFAULT_DIMENSIONS)}>{t('signals.reset')}</TextButton>
      </div>
    </Drawer>
  );
}

interface PairFormProps {
  readonly attributes: readonly string[];
  readonly onAdd: (pair: SliceDimension) => void;
}

function PairForm({ attributes, onAdd }: PairFormProps) {
  const { t, dimension } = useSignalWords();
  const [pair, setPair] = useState<readonly [string, string]>(['', '']);
  const [first, second] = pair;
  const options = [{ value: '', label: '–' }, ...attributes.map((name) => ({ value: name, label: dimension([name]) }))];
  return (
    <fieldset className={classes.pair}>
      <legend className={classes.heading}>{t('signals.pair')}</legend>
      <Select
        outlined
        label={t('signals.first')}
        value={first}
        options={options}
        onChange={(name) => setPair([name, second])}
      />
      ×
      <Select
        outlined
        label={t('signals.second')}
        value={second}
        options={options}
        onChange={(name) => setPair([first, name])}
      />
      <TextButton
        disabled={first === '' || second === '' || first === second}
        onClick={() => {
          onAdd(pair);
          setPair(['', '']);
        }}
      >
        {t('signals.addPair')}
      </TextButton>
    </fieldset>
  );
}
