import { type Ref, useId, useRef } from 'react';
import { useLanguage } from '../../i18n/language';
import { Button, IconButton } from '../button/Button';
import { useDesignTexts } from '../texts';
import type { Limits } from './check';
import { formatBytes } from './format';
import { typeNames } from './mediaType';
import type { Uploads } from './useUploads';

interface AttachButtonProps {
  uploads: Uploads;
  limits: Limits;
  /** Whether the button is an icon. Its tooltip then states the limits. */
  compact?: boolean;
  labelledBy?: string;
  describedBy?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** Returns the text about the limits of files (B4). */
export function useLimitsText(limits: Limits): string {
  const t = useDesignTexts().files;
  const language = useLanguage();
  const { maxFiles: count, maxBytes, types } = limits;
  return `${t.limits({ count, size: formatBytes(maxBytes, language), types: typeNames(types) })} ${t.pasteToo}`;
}

/** A button that lets the person choose files. */
export function AttachButton(props: AttachButtonProps) {
  const { uploads, limits, compact = false, labelledBy, describedBy, ref } = props;
  const t = useDesignTexts().files;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const limitsText = useLimitsText(limits);
  const choose = () => input.current?.click();
  return (
    <>
      {compact ? (
        <>
          <IconButton
            ref={ref}
            icon="attach"
            label={t.drop}
            title={`${t.drop}. ${limitsText}`}
            aria-describedby={id}
            onClick={choose}
          />
          <span id={id} hidden>
            {limitsText}
          </span>
        </>
      ) : (
        <Button ref={ref} kind="quiet" icon="attach" aria-describedby={describedBy} onClick={choose}>
          {t.drop}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={labelledBy ? undefined : t.label}
        aria-labelledby={labelledBy}
        accept={limits.types.join()}
        onChange={(event) => {
          uploads.add(event.target.files ?? []);
          // This allows the person to choose the same file again after removing it.
          event.target.value = '';
        }}
      />
    </>
  );
}
