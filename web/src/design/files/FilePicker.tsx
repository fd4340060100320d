import { useId, useRef } from 'react';
import { useLanguage } from '../../i18n/language';
import { Button, IconButton } from '../button/Button';
import { Icon } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import type { Limits } from './check';
import classes from './FilePicker.module.css';
import { formatBytes } from './format';
import { typeNames } from './mediaType';
import type { UploadItem } from './uploads';
import { useFileDrop } from './useFileDrop';
import type { Uploads } from './useUploads';

/** Lets the person choose or drop files, and shows the limits (B4). */
export function FilePicker({ uploads, limits }: { uploads: Uploads; limits: Limits }) {
  const t = useDesignTexts().files;
  const language = useLanguage();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const zone = useRef<HTMLDivElement>(null);
  const dragging = useFileDrop(uploads.add);

  function remove(key: string) {
    uploads.remove(key);
    // The button that had the focus was removed together with its row.
    zone.current?.querySelector('button')?.focus();
  }

  return (
    <div className={classes.picker}>
      <span className={classes.label} id={`${id}-label`}>
        {t.label}
      </span>
      <p className={classes.limits} id={`${id}-limits`}>
        {t.limits({
          count: limits.maxFiles,
          size: formatBytes(limits.maxBytes, language),
          types: typeNames(limits.types),
        })}{' '}
        {t.pasteToo}
      </p>
      <div className={dragging ? classes.over : classes.zone} ref={zone}>
        <Button
          kind="quiet"
          icon="attach"
          aria-describedby={`${id}-limits`}
          onClick={() => input.current?.click()}
        >
          {t.drop}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-labelledby={`${id}-label`}
          accept={limits.types.join()}
          onChange={(event) => {
            uploads.add(event.target.files ?? []);
            // This allows the person to choose the same file again after removing it.
            event.target.value = '';
          }}
        />
      </div>
      {uploads.items.length > 0 && (
        <ul className={classes.list}>
          {uploads.items.map((item) => (
            <FileRow
              key={item.key}
              item={item}
              onRemove={() => remove(item.key)}
              onRetry={() => uploads.retry(item.key)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface FileRowProps {
  item: UploadItem;
  onRemove: () => void;
  onRetry: () => void;
}

function FileRow({ item, onRemove, onRetry }: FileRowProps) {
  const t = useDesignTexts().files;
  const language = useLanguage();
  const percent = Math.round(item.progress * 100);
  const uploading = item.state === 'uploading';
  return (
    <li className={item.state === 'failed' ? classes.failed : classes.file}>
      <Icon name={item.state === 'failed' ? 'alert' : item.state === 'done' ? 'check' : 'file'} />
      <div className={classes.about}>
        <span className={classes.name}>{item.name}</span>
        <span className={classes.detail}>
          {formatBytes(item.size, language)}
          {uploading && ` · ${t.progress({ percent })}`}
          {item.state === 'done' && ` · ${t.done}`}
        </span>
        {uploading && (
          <progress
            className={classes.bar}
            max={100}
            value={percent}
            aria-label={t.uploading({ name: item.name })}
          />
        )}
        {item.error && <span className={classes.error}>{item.error}</span>}
        {item.canRetry && (
          <Button
            small
            kind="secondary"
            icon="refresh"
            aria-label={t.retry({ name: item.name })}
            onClick={onRetry}
          >
            {t.retryShort}
          </Button>
        )}
      </div>
      <IconButton
        icon="close"
        label={uploading ? t.cancel({ name: item.name }) : t.remove({ name: item.name })}
        onClick={onRemove}
      />
    </li>
  );
}
