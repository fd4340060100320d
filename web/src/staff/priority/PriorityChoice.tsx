import type { Settings } from '../../app/useSettings';
import type { Priority } from '../../design/badges/Badges';
import { ChoiceCards } from '../choice/ChoiceCards';
import { usePriorityTexts } from './texts';

interface PriorityChoiceProps<Value extends string> {
  severities: Settings['severities'];
  value: Value | undefined;
  onValue: (value: Value) => void;
}

type Props =
  | (PriorityChoiceProps<Priority> & { optional?: false })
  | (PriorityChoiceProps<Priority | 'none'> & { optional: true });

/** The priorities with their criteria and deadlines (D2). If `optional`, a last choice, `none`, sets no priority. */
export function PriorityChoice({ severities, value, ...props }: Props) {
  const t = usePriorityTexts();
  const choices = severities.map((severity) => ({
    value: severity.priority,
    label: t.names[severity.priority],
    explanation: (
      <>
        {severity.criteria}{' '}
        <strong>
          {severity.days === undefined
            ? t.noDeadline
            : t.deadline[severity.businessDays ? 'business' : 'calendar']({ count: severity.days })}
        </strong>
      </>
    ),
  }));
  const none = { value: 'none', label: t.none.label, explanation: t.none.explanation } as const;
  const shared = { legend: t.legend, name: 'priority' };
  return props.optional ? (
    <ChoiceCards {...shared} value={value} onValue={props.onValue} choices={[...choices, none]} />
  ) : (
    <ChoiceCards
      {...shared}
      value={value === 'none' ? undefined : value}
      onValue={props.onValue}
      choices={choices}
    />
  );
}
