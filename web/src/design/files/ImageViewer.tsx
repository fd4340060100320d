import { type KeyboardEvent, useState } from 'react';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../i18n/language';
import { IconButton } from '../button/Button';
import { Dialog } from '../dialog/Dialog';
import { Icon } from '../icon/Icon';
import { Notice } from '../notice/Notice';
import { Skeleton } from '../states/States';
import { useDesignTexts } from '../texts';
import { formatBytes } from './format';
import classes from './ImageViewer.module.css';
import { attachmentUrl } from './images';

interface ImageViewerProps {
  images: readonly Schemas['Attachment'][];
  /** The id of the image to show first. */
  first: string;
  onClose: () => void;
}

/** Shows the images of an entry one at a time in a dialog as large as the window. The arrow keys change the image. */
export default function ImageViewer({ images, first, onClose }: ImageViewerProps) {
  const t = useDesignTexts().files;
  const language = useLanguage();
  const [index, setIndex] = useState(() => images.findIndex(({ id }) => id === first));
  const image = images[index];
  if (!image) return null;

  function go(step: number) {
    setIndex((index + step + images.length) % images.length);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && images.length > 1) go(step);
  }

  return (
    <Dialog title={image.filename} look="window" onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a shortcut for the two buttons */}
      <div className={classes.viewer} onKeyDown={onKeyDown}>
        <Picture key={image.id} image={image} />
        <div className={classes.bar}>
          {images.length > 1 && (
            <div className={classes.steps}>
              <IconButton icon="chevronLeft" label={t.previousImage} onClick={() => go(-1)} data-autofocus />
              <span role="status">{t.imageOf({ n: index + 1, all: images.length })}</span>
              <IconButton icon="chevronRight" label={t.nextImage} onClick={() => go(1)} />
            </div>
          )}
          <a className={classes.download} href={attachmentUrl(image.id)}>
            <Icon name="download" />
            {t.download}
            <span className={classes.size}>{formatBytes(image.size, language)}</span>
          </a>
        </div>
      </div>
    </Dialog>
  );
}

function Picture({ image }: { image: Schemas['Attachment'] }) {
  const t = useDesignTexts().files;
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading');
  return (
    <div className={classes.stage}>
      {state === 'loading' && <Skeleton size="block" />}
      {state === 'failed' ? (
        <Notice tone="danger">{t.imageFailed}</Notice>
      ) : (
        <img
          src={attachmentUrl(image.id)}
          alt={image.filename}
          data-shown={state === 'shown' || undefined}
          onLoad={() => setState('shown')}
          onError={() => setState('failed')}
        />
      )}
    </div>
  );
}
