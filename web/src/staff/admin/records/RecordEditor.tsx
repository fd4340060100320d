import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { asProblem } from '../../../api/problem';
import { Button } from '../../../design/button/Button';
import type { Invalid } from '../../../design/form/submission';
import { type Form, useForm } from '../../../design/form/useForm';
import { Icon } from '../../../design/icon/Icon';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { FormActions } from '../../../design/page/Card';
import { usePerson } from '../../../session/useSession';
import { differs, merge } from './merge';
import classes from './Records.module.css';
import { useRecordTexts } from './texts';
import { unsavedChanges } from './unsaved';

/** The values of a form. A new record has no version. */
interface Versioned {
  version?: number | undefined;
}

interface RecordEditorProps<Values extends Versioned> {
  /** Identifies the form, such as `departamentos/redes`. */
  id: string;
  title?: string | undefined;
  /** The path of the list. */
  back?: string;
  initial: Values;
  /** The names of the attributes in messages about conflicts. */
  attributes: Readonly<Partial<Record<keyof Values, string>>>;
  validate?: (values: Values) => Invalid;
  /** Saves the values, and returns the stored ones. */
  save: (values: Values) => Promise<Values>;
  /** Returns the values of the stored record that the response to a conflict contains. */
  storedOf: (current: unknown) => Values;
  justCreated?: boolean;
  children: (form: Form<Values>) => ReactNode;
}

/**
 * Edits a record. After a conflict, the changes of others are merged with the edited values. Unsaved changes survive a reload
 * and a visit to another page.
 */
export function RecordEditor<Values extends Versioned>(props: RecordEditorProps<Values>) {
  const { id, title, back, initial, attributes, validate, justCreated = false, children } = props;
  const t = useRecordTexts();
  const names = Object.keys(attributes) as (keyof Values & string)[];
  const unsaved = unsavedChanges<Values>(usePerson().id, id);
  const [restored, setRestored] = useState(() => {
    const found = unsaved.read();
    return found && differs(found.base, found.values, names) ? found : undefined;
  });
  const [base, setBase] = useState(restored?.base ?? initial);
  const [conflicts, setConflicts] = useState<(keyof Values)[]>();
  const [saved, setSaved] = useState(justCreated);
  const request = useMutation({ mutationFn: props.save });
  const form = useForm<Values>({
    initial: restored?.values ?? initial,
    ...(validate && { validate }),
    request,
    onSubmit: send,
  });
  const { values, problem } = form;
  const changed = differs(base, values, names);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `unsaved` only depends on the form
  useEffect(() => {
    if (changed) unsaved.write({ base, values });
    else unsaved.remove();
  }, [changed, base, values]);

  function start(stored: Values) {
    setBase(stored);
    form.set(stored);
    setRestored(undefined);
  }

  function mergeStored(stored: Values) {
    const result = merge(base, values, stored, names);
    setBase(stored);
    form.set(result.merged);
    setConflicts(result.conflicts);
    request.reset();
  }

  function send(submitted: Values) {
    setConflicts(undefined);
    setSaved(false);
    request.mutate(submitted, {
      onSuccess: (stored) => {
        start(stored);
        setSaved(true);
      },
      onError: (error) => {
        const { status, current } = asProblem(error);
        if (status === 409 && base.version !== undefined && current) mergeStored(props.storedOf(current));
      },
    });
  }

  return (
    <form {...form.formProps} className={classes.form}>
      {back && (
        <Link href={back} className={classes.back}>
          <Icon name="chevronLeft" />
          {t.back}
        </Link>
      )}
      {title && <h2 className={classes.heading}>{title}</h2>}
      {restored && changed && (
        <Notice
          actions={
            <Button small kind="secondary" onClick={() => start(initial)}>
              {t.discard}
            </Button>
          }
        >
          {t.restored}
        </Notice>
      )}
      {children(form)}
      {conflicts && (
        <Notice tone="warning" live>
          {conflicts.length === 0
            ? t.merged
            : t.conflict({ attributes: conflicts.map((attribute) => attributes[attribute]).join(', ') })}
        </Notice>
      )}
      {problem &&
        (problem.status === 409 && problem.errors.length === 0 && base.version === undefined ? (
          <Notice tone="warning" live>
            {t.exists}
          </Notice>
        ) : (
          <ProblemNotice error={problem} />
        ))}
      {saved && !changed && (
        <Notice tone="success" live>
          {t.saved}
        </Notice>
      )}
      <FormActions>
        <Button type="submit" busy={form.busy}>
          {t.save}
        </Button>
        {changed && <span className={classes.hint}>{t.unsaved}</span>}
      </FormActions>
    </form>
  );
}
