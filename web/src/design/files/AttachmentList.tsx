import type { Schemas } from '../../api/client';
import { useLanguage } from '../../i18n/language';
import { Icon } from '../icon/Icon';
import { useDesignTexts } from '../texts';
import classes from './AttachmentList.module.css';
import { formatBytes } from './format';
import { attachmentUrl, isImage, isSmall } from './images';

type Attachment = Schemas['Attachment'];

interface AttachmentListProps {
  attachments: readonly Attachment[];
  onImage: (id: string) => void;
}

/** Lists the files of an entry. Images can be viewed, other files can be downloaded. */
export function AttachmentList({ attachments, onImage }: AttachmentListProps) {
  if (attachments.length === 0) return null;
  return (
    <ul className={classes.list}>
      {attachments.filter(isImage).map((image) => (
        <li key={image.id}>
          <Thumbnail image={image} onOpen={() => onImage(image.id)} />
        </li>
      ))}
      {attachments
        .filter((file) => !isImage(file))
        .map((file) => (
          <li key={file.id}>
            <Download file={file} />
          </li>
        ))}
    </ul>
  );
}

function Thumbnail({ image, onOpen }: { image: Attachment; onOpen: () => void }) {
  const t = useDesignTexts().files;
  const language = useLanguage();
  return (
    <button type="button" data-printed className={classes.image} onClick={onOpen}>
      <span className={classes.picture}>
        {isSmall(image) ? <img src={attachmentUrl(image.id)} alt="" loading="lazy" /> : <Icon name="image" />}
      </span>
      <span className="visually-hidden">{t.view}</span>
      <span className={classes.name}>{image.filename}</span>
      <span className={classes.size}>{formatBytes(image.size, language)}</span>
    </button>
  );
}

function Download({ file }: { file: Attachment }) {
  const t = useDesignTexts().files;
  const language = useLanguage();
  return (
    <a className={classes.file} href={attachmentUrl(file.id)}>
      <Icon name="file" />
      <span className="visually-hidden">{t.download}</span>
      <span className={classes.name}>{file.filename}</span>
      <span className={classes.size}>{formatBytes(file.size, language)}</span>
    </a>
  );
}
