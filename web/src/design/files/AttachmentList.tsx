import type { Schemas } from '../../api/client';
import { useLanguage } from '../../i18n/language';
import { Icon } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import classes from './AttachmentList.module.css';
import { formatBytes } from './format';

/** The files of an entry, to download. */
export function AttachmentList({ attachments }: { attachments: readonly Schemas['Attachment'][] }) {
  const t = useDesignTexts().files;
  const language = useLanguage();
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.list}>
      {attachments.map(({ id, filename, size }) => (
        <li key={id}>
          <a className={classes.file} href={`/api/attachments/${encodeURIComponent(id)}`}>
            <Icon name="file" />
            <span className="visually-hidden">{t.download}</span>
            <span className={classes.name}>{filename}</span>
            <span className={classes.size}>{formatBytes(size, language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
