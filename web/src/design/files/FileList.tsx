import { useLanguage } from '../../i18n/language';
import { Button, IconButton } from '../button/Button';
import { Icon } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import classes from './FileList.module.css';
import { formatBytes } from './format';
import type { UploadItem } from './uploads';
import type { Uploads } from './useUploads';

interface FileListProps {
  uploads: Uploads;
  /** Called after a file was removed. Its button had the focus. */
  onRemoved: () => void;
}

/** The chosen files, with their progress. They can be removed, and failed uploads can be retried (J4). */
export function FileList({ uploads, onRemoved }: FileListProps) {
  if (uploads.items.length === 0) return null;
  return (
    <ul className={classes.list}>
      {uploads.items.map((item) => (
        <FileRow
          key={item.key}
          item={item}
          onRemove={() => {
            uploads.remove(item.key);
            onRemoved();
          }}
          onRetry={() => uploads.retry(item.key)}
        />
      ))}
    </ul>
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
