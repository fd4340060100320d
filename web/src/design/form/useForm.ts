import { useState } from 'react';
import type { Invalid } from './submission';
import { type Submission, useSubmission } from './useSubmission';

interface FormOptions<Values> {
  initial: Values | (() => Values);
  /** Returns the errors of the values, before anything is sent. */
  validate?: (values: Values) => Invalid;
  /** The request that the form sends, as a mutation of React Query. */
  request?: { isPending: boolean; error: Error | null };
  /** Called with valid values while no request is pending. */
  onSubmit: (values: Values) => void;
}

interface Form<Values> extends Submission {
  values: Values;
  set: (part: Partial<Values>) => void;
  /** Returns the value, change handler and message of a field, for the controls in `design/control`. */
  field: <Name extends keyof Values & string>(
    name: Name,
  ) => { value: Values[Name]; onValue: (value: Values[Name]) => void; error: string | undefined };
}

/** Manages the state of a form: its values, its errors, and its request. */
export function useForm<Values extends object>(options: FormOptions<Values>): Form<Values> {
  const { initial, validate, request, onSubmit } = options;
  const [values, setValues] = useState(initial);
  const submission = useSubmission({
    invalid: validate?.(values),
    request,
    onSubmit: () => onSubmit(values),
  });
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  return {
    ...submission,
    values,
    set,
    field: (name) => ({
      value: values[name],
      onValue: (value) => set({ [name]: value } as unknown as Partial<Values>),
      error: submission.errorOf(name),
    }),
  };
}
