import { lazy, type Ref, Suspense } from 'react';
import { Field, type FieldLook } from '../control/Field';
import type { Uploads } from '../files/useUploads';
import { Skeleton } from '../states/States';
import type { EditorHandle } from './Editor';
import classes from './RichTextField.module.css';
import type { Source } from './suggest/useSuggest';

const Editor = lazy(() => import('./Editor'));

export interface RichTextFieldProps extends FieldLook {
  /** HTML, or an empty string if there is no text. */
  value: string;
  onValue: (html: string) => void;
  /** Whether the editor starts with fewer lines, for a reply. */
  short?: boolean;
  /** The uploads of the form. If they are set, images can be pasted into the text. */
  uploads?: Uploads;
  handle?: Ref<EditorHandle>;
  sources?: readonly Source[];
  mentioning?: boolean;
}

const none: readonly Source[] = [];

/** The editor with its label. Its code is loaded on first use. Until then a placeholder reserves the space. */
export function RichTextField({
  label,
  hint,
  error,
  required,
  labelHidden,
  value,
  onValue,
  short = false,
  uploads,
  handle,
  sources = none,
  mentioning = false,
}: RichTextFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      required={required}
      labelHidden={labelHidden}
      labelFor="nothing"
    >
      {({ id, labelId, describedBy, invalid }) => (
        <Suspense
          fallback={
            <div className={short ? classes.placeholderShort : classes.placeholder}>
              <Skeleton size="control" />
            </div>
          }
        >
          <Editor
            id={id}
            labelId={labelId}
            describedBy={describedBy}
            invalid={invalid}
            required={required ?? false}
            short={short}
            value={value}
            onValue={onValue}
            uploads={uploads}
            handle={handle}
            sources={sources}
            mentioning={mentioning}
          />
        </Suspense>
      )}
    </Field>
  );
}
