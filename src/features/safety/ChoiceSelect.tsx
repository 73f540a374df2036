import { Select } from '../../ui/Select';
import { useFormat } from '../../ui/use-format';
import type { choicesOf } from './item-filter';

interface ChoiceSelectProps {
  readonly label: string;
  /** Name of no choice. */
  readonly any: string;
  /** '' for any. */
  readonly value: string;
  readonly choices: ReturnType<typeof choicesOf>;
  readonly nameOf?: (value: string) => string;
  readonly onChange: (value: string) => void;
}

/** One of what the listed items have, with how many have it. What a link asks for is offered although nothing has it. */
export function ChoiceSelect({ label, any, value, choices, nameOf = String, onChange }: ChoiceSelectProps) {
  const format = useFormat();
  const unknown = value !== '' && choices.every((choice) => choice.value !== value);
  const all = unknown ? [...choices, { value, n: 0 }] : choices;
  return (
    <Select
      outlined
      label={label}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: any },
        ...all.map((choice) => ({
          value: choice.value,
          label: `${nameOf(choice.value)} (${format.number(choice.n)})`,
        })),
      ]}
    />
  );
}
