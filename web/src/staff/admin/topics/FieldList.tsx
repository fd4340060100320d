import { useEffect, useRef, useState } from 'react';
import { announce } from '../../../design/announce/announce';
import { Button, IconButton } from '../../../design/button/Button';
import { useLanguage } from '../../../i18n/language';
import { FieldForm } from './FieldForm';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { type FieldSettings, moved, newField, textIn } from './topic';

/** How many a topic has at most. */
const most = 20;

interface FieldListProps {
  fields: readonly FieldSettings[];
  onFields: (fields: FieldSettings[]) => void;
  errorOf: (field: string) => string | undefined;
}

/** The topic's own fields in their order; one is open at a time, and any that something is wrong with. */
export function FieldList({ fields, onFields, errorOf }: FieldListProps) {
  const t = useTopicTexts();
  const language = useLanguage();
  const [open, setOpen] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ id: string; way: 'up' | 'down' }>(undefined);

  // The row that moved took its buttons along: who presses one goes on from there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order
  useEffect(() => {
    const { id, way } = pressed.current ?? {};
    pressed.current = undefined;
    const row = [...(list.current?.children ?? [])].find((one) => (one as HTMLElement).dataset.field === id);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('[data-way]') ?? [])];
    const same = buttons.find((button) => button.dataset.way === way && !button.disabled);
    (same ?? buttons.find((button) => !button.disabled))?.focus();
  }, [fields]);

  function step(field: FieldSettings, name: string, from: number, way: 'up' | 'down') {
    const to = from + (way === 'up' ? -1 : 1);
    pressed.current = { id: field.id, way };
    onFields(moved(fields, from, to));
    announce(t.field.moved({ name, place: to + 1, total: fields.length }));
  }

  function add() {
    const field = newField();
    onFields([...fields, field]);
    setOpen(field.id);
  }

  return (
    <fieldset className={classes.part}>
      <legend>{t.fields}</legend>
      <p className={classes.hint}>{fields.length === 0 ? t.noFields : t.fieldsHint}</p>
      <ol ref={list} className={classes.fields} aria-label={t.fieldOrder}>
        {fields.map((field, place) => {
          const name = textIn(field.name, language) || t.field.unnamed;
          const wrong = errorOf(`fields.${place}`) !== undefined;
          const shown = open === field.id || wrong;
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
                    data-way="up"
                    disabled={place === 0}
                    onClick={() => step(field, name, place, 'up')}
                  />
                  <IconButton
                    icon="chevronDown"
                    label={t.field.down({ name })}
                    data-way="down"
                    disabled={place === fields.length - 1}
                    onClick={() => step(field, name, place, 'down')}
                  />
                  {!wrong && (
                    <Button
                      small
                      kind="secondary"
                      aria-expanded={shown}
                      aria-label={shown ? t.field.close({ name }) : t.field.change({ name })}
                      onClick={() => setOpen(shown ? undefined : field.id)}
                    >
                      {shown ? t.field.closeShort : t.field.changeShort}
                    </Button>
                  )}
                </div>
              </div>
              {shown && (
                <FieldForm
                  field={field}
                  onField={(after) => onFields(fields.map((one) => (one === field ? after : one)))}
                  onRemove={() => onFields(fields.filter((one) => one !== field))}
                  errorOf={(part) => errorOf(`fields.${place}.${part}`)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {errorOf('fields') && fields.length > most && <p className={classes.wrong}>{errorOf('fields')}</p>}
      <div>
        <Button kind="secondary" icon="plus" disabled={fields.length >= most} onClick={add}>
          {t.addField}
        </Button>
      </div>
    </fieldset>
  );
}
