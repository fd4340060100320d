import { type FormEvent, type RefObject, useEffect, useReducer, useRef } from 'react';
import { asProblem, type Problem } from '../../api/problem';
import { type Invalid, isValid, messageAt, notAttempted, submissionReducer } from './submission';

const noRequest = { isPending: false, error: null };

export interface SubmissionOptions<Variant> {
  /** The errors of the form's current values. */
  invalid?: Invalid;
  /** The request that the form sends, as a mutation of React Query. */
  request?: { isPending: boolean; error: Error | null };
  /** Called with a valid form while no request is pending. `variant` is the argument of `submit`. */
  onSubmit: (variant?: Variant) => void;
  /** Called when the person tries to submit an invalid form. */
  onRejected?: () => void;
}

export interface Submission<Variant = never> {
  /** The attributes of the `form` element. */
  formProps: {
    ref: RefObject<HTMLFormElement | null>;
    noValidate: true;
    onSubmit: (event: FormEvent) => void;
  };
  /** Whether the person has tried to submit. */
  attempted: boolean;
  busy: boolean;
  /** Why the last request failed. */
  problem: Problem | undefined;
  /** Returns the message to show at a field. */
  errorOf: (field: string) => string | undefined;
  /** Submits the form. `variant` identifies the submit button if there are several. */
  submit: (variant?: Variant) => void;
  /** Hides the page's own messages until the next attempt, for example after a successful one. */
  resetAttempt: () => void;
}

/**
 * Manages the submission of a form. `useForm` adds the values. If the page or the server finds a field invalid, the first
 * invalid field is focused.
 */
export function useSubmission<Variant = never>({
  invalid = {},
  request = noRequest,
  onSubmit,
  onRejected,
}: SubmissionOptions<Variant>): Submission<Variant> {
  const form = useRef<HTMLFormElement>(null);
  const submitting = useRef(false);
  const [{ attempted, rejections }, dispatch] = useReducer(submissionReducer, notAttempted);
  const { error, isPending } = request;
  const problem = error ? asProblem(error) : undefined;

  useEffect(() => {
    if (rejections > 0) focusFirstInvalid(form.current);
  }, [rejections]);
  useEffect(() => {
    if (error) focusFirstInvalid(form.current);
  }, [error]);

  function submit(variant?: Variant) {
    if (isPending || submitting.current) return;
    const valid = isValid(invalid);
    dispatch({ type: 'attempt', valid });
    if (!valid) return onRejected?.();
    onSubmit(variant);
    // React Query reports the request as pending in a later task. Until then, a second submission is ignored here.
    submitting.current = true;
    setTimeout(() => {
      submitting.current = false;
    });
  }

  return {
    formProps: {
      ref: form,
      noValidate: true,
      onSubmit: (event) => {
        event.preventDefault();
        // A dialog may be rendered inside the component of another form, which must not be submitted too.
        event.stopPropagation();
        submit();
      },
    },
    attempted,
    busy: isPending,
    problem,
    errorOf: (field) => messageAt(field, attempted, invalid, problem),
    submit,
    resetAttempt: () => dispatch({ type: 'reset' }),
  };
}

function focusFirstInvalid(form: HTMLElement | null) {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
