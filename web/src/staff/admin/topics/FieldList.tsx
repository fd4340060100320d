import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../design/announce/announce';
import { Button, IconButton } from '../../../design/button/Button';
import { FieldError } from '../../../design/control/FieldError';
import { useLanguage } from '../../../i18n/language';
import { FieldForm } from './FieldForm';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { type FieldSettings, newField, textIn, withMoved } from './topic';

/** The maximum number of fields per topic in the contract. */
const maxFields = 20;

interface FieldListProps {
  fields: readonly FieldSettings[];
  onFields: (fields: FieldSettings[]) => void;
  errorOf: (field: string) => string | undefined;
}

/** The topic's extra fields in order. Fields with errors are expanded, and at most one other field. */
export function FieldList({ fields, onFields, errorOf }: FieldListProps) {
  const t = useTopicTexts();
  const language = useLanguage();
  const [openFieldId, setOpenFieldId] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const listError = errorOf('fields');
  const pressedButton = useRef<{ id: string; direction: 'up' | 'down' }>(undefined);

  // After a move, the button that was pressed is focused again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after each new order
  useEffect(() => {
    const { id, direction } = pressedButton.current ?? {};
    pressedButton.current = undefined;
    const row = [...(list.current?.children ?? [])].find(
      (child) => (child as HTMLElement).dataset.field === id,
    );
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('[data-direction]') ?? [])];
    const sameButton = buttons.find((button) => button.dataset.direction === direction && !button.disabled);
    (sameButton ?? buttons.find((button) => !button.disabled))?.focus();
  }, [fields]);

  function step(field: FieldSettings, name: string, from: number, direction: 'up' | 'down') {
    const to = from + (direction === 'up' ? -1 : 1);
    pressedButton.current = { id: field.id, direction };
    onFields(withMoved(fields, from, to));
    announce(t.field.moved({ name, position: to + 1, total: fields.length }));
  }

  function add() {
    const field = newField();
    onFields([...fields, field]);
    setOpenFieldId(field.id);
  }

  return (
    <fieldset className={classes.part}>
      <legend>{t.fields}</legend>
      <p className={classes.hint}>{fields.length === 0 ? t.noFields : t.fieldsHint}</p>
      <ol ref={list} className={classes.fields} aria-label={t.fieldOrder}>
        {fields.map((field, index) => {
          const name = textIn(field.name, language) || t.field.unnamed;
          const hasError = errorOf(`fields.${index}`) !== undefined;
          const expanded = openFieldId === field.id || hasError;
          return (
            <li
              key={field.id}
              data-field={field.id}
              className={classes.field}
              data-off={!field.active || undefined}
            >
              <div className={classes.fieldHead}>
                <div className={classes.fieldName}>
                  <strong>{name}</strong>
                  <span className={classes.hint}>
                    {t.field.kinds[field.kind]}
                    {field.required && ` · ${t.field.requiredBadge}`}
                  </span>
                  {!field.active && <span className={classes.badge}>{t.retired}</span>}
                </div>
                <div className={classes.acts}>
                  <IconButton
                    icon="chevronUp"
                    label={t.field.up({ name })}
                    data-direction="up"
                    disabled={index === 0}
                    onClick={() => step(field, name, index, 'up')}
                  />
                  <IconButton
                    icon="chevronDown"
                    label={t.field.down({ name })}
                    data-direction="down"
                    disabled={index === fields.length - 1}
                    onClick={() => step(field, name, index, 'down')}
                  />
                  {!hasError && (
                    <Button
                      small
                      kind="secondary"
                      aria-expanded={expanded}
                      aria-label={expanded ? t.field.close({ name }) : t.field.change({ name })}
                      onClick={() => setOpenFieldId(expanded ? undefined : field.id)}
                    >
                      {expanded ? t.field.closeShort : t.field.changeShort}
                    </Button>
                  )}
                </div>
              </div>
              {expanded && (
                <FieldForm
                  field={field}
                  onField={(changed) => onFields(fields.map((other) => (other === field ? changed : other)))}
                  onRemove={() => onFields(fields.filter((other) => other !== field))}
                  errorOf={(part) => errorOf(`fields.${index}.${part}`)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {listError && fields.length > maxFields && <FieldError>{listError}</FieldError>}
      <div>
        <Button kind="secondary" icon="plus" disabled={fields.length >= maxFields} onClick={add}>
          {t.addField}
        </Button>
      </div>
    </fieldset>
  );
}
