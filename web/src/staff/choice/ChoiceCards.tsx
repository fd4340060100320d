import { type ReactNode, useId } from 'react';
import classes from './ChoiceCards.module.css';

interface CardChoice<Value extends string> {
  value: Value;
  label: string;
  explanation: ReactNode;
}

interface ChoiceCardsProps<Value extends string> {
  legend: string;
  name: string;
  value: Value | undefined;
  onValue: (value: Value) => void;
  choices: readonly CardChoice<Value>[];
}

/** Radio buttons, each with an explanation. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { legend, name, value, onValue, choices } = props;
  const id = useId();
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.choice}>
          <input
            type="radio"
            name={`${name}-${id}`}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onValue(choice.value)}
            aria-labelledby={`${id}-${choice.value}-label`}
            aria-describedby={`${id}-${choice.value}-text`}
          />
          <span className={classes.words}>
            <span className={classes.label} id={`${id}-${choice.value}-label`}>
              {choice.label}
            </span>
            <span className={classes.text} id={`${id}-${choice.value}-text`}>
              {choice.explanation}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
