import type { Schemas } from '../../api/client';
import { CheckField } from '../control/CheckField';
import { SelectField } from '../control/SelectField';
import { TextAreaField, TextField } from '../control/TextField';
import { useDesignTexts } from '../texts';

type ExtraField = Schemas['ExtraField'];

export type Answers = Readonly<Record<string, string>>;

interface ExtraFieldsProps {
  fields: readonly ExtraField[];
  answers: Answers;
  onAnswer: (id: string, answer: string) => void;
  errorOf: (id: string) => string | undefined;
}

/** The form fields for the extra fields of a topic (N2). */
export function ExtraFields({ fields, answers, onAnswer, errorOf }: ExtraFieldsProps) {
  const t = useDesignTexts().extraFields;
  return fields.map((field) => {
    const { id, kind, name, help, required, maxLength, min, max } = field;
    const props = {
      label: name,
      hint: help,
      name: `fields.${id}`,
      error: errorOf(id),
      required,
      optional: !required,
      value: answers[id] ?? '',
      onValue: (answer: string) => onAnswer(id, answer),
    };
    switch (kind) {
      case 'long-text':
        return <TextAreaField key={id} {...props} maxLength={maxLength} />;
      case 'choice':
        return (
          <SelectField
            key={id}
            {...props}
            placeholder={t.choose}
            choices={(field.options ?? []).map((option) => ({ value: option.id, label: option.name }))}
          />
        );
      case 'checkbox':
        return (
          <CheckField
            key={id}
            label={name}
            hint={help}
            name={props.name}
            error={props.error}
            required={required}
            checked={answers[id] === 'true'}
            onChecked={(checked) => onAnswer(id, checked ? 'true' : '')}
          />
        );
      case 'date':
        return <TextField key={id} {...props} type="date" />;
      case 'number':
        return <TextField key={id} {...props} type="number" step="any" min={min} max={max} />;
      default:
        return <TextField key={id} {...props} maxLength={maxLength} />;
    }
  });
}

/** Returns the ids of the required fields without an answer. The server validates this too. */
export function unanswered(fields: readonly ExtraField[], answers: Answers): string[] {
  return fields.filter(({ id, required }) => required && !answers[id]?.trim()).map(({ id }) => id);
}
