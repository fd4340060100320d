import { useState } from 'react';
import type { Invalid } from './submission';
import { type Submission, type SubmissionOptions, useSubmission } from './useSubmission';

/** The values of a form that are stored elsewhere, such as in a draft. */
export interface FormStore<Values> {
  value: Values;
  set: (part: Partial<Values>) => void;
}

/** The values of a form: the form stores them itself and starts with `initial`, or they are in a `store`. */
type ValueOptions<Values> =
  | { initial: Values | (() => Values); store?: undefined }
  | { initial?: undefined; store: FormStore<Values> };

type FormOptions<Values, Variant> = ValueOptions<Values> &
  Pick<SubmissionOptions<Variant>, 'request' | 'onRejected'> & {
    /** Returns the errors of the values, before anything is sent. */
    validate?: (values: Values) => Invalid;
    /** Called with valid values while no request is pending. `variant` is the argument of `submit`. */
    onSubmit: (values: Values, variant?: Variant) => void;
  };

export interface Form<Values, Variant = never> extends Submission<Variant> {
  values: Values;
  set: (part: Partial<Values>) => void;
  /** Returns the value, change handler and message of a field, for the controls in `design/control`. */
  field: <Name extends keyof Values & string>(
    name: Name,
  ) => { value: Values[Name]; onValue: (value: Values[Name]) => void; error: string | undefined };
}

/** Manages the state of a form: its values, its errors, and its request. */
export function useForm<Values extends object, Variant = never>(
  options: FormOptions<Values, Variant>,
): Form<Values, Variant> {
  const { initial, store, validate, request, onSubmit, onRejected } = options;
  // The options contain `initial` if they contain no `store`.
  const [ownValues, setOwnValues] = useState(initial as Values | (() => Values));
  const { value: values, set } = store ?? {
    value: ownValues,
    set: (part: Partial<Values>) => setOwnValues((before) => ({ ...before, ...part })),
  };
  const submission = useSubmission<Variant>({
    invalid: validate?.(values),
    request,
    onSubmit: (variant) => onSubmit(values, variant),
    onRejected,
  });
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
