import { lazy, Suspense, useMemo, useState } from 'react';
import type { Schemas } from '../../api/client';
import { foldedQuotes } from '../richtext/foldedQuotes';
import { RichText } from '../richtext/RichText';
import { useDesignTexts } from '../texts';
import { AttachmentList } from './AttachmentList';
import { isImage } from './images';

const ImageViewer = lazy(() => import('./ImageViewer'));

interface WrittenProps {
  body: string | undefined;
  attachments: readonly Schemas['Attachment'][];
}

/** The text of an entry with its files; images can be enlarged. */
export function Written({ body, attachments }: WrittenProps) {
  const { quote } = useDesignTexts();
  const html = useMemo(() => body && foldedQuotes(body, quote), [body, quote]);
  const [shown, setShown] = useState<string>();
  const images = attachments.filter(isImage);
  const show = (id: string) => images.some((image) => image.id === id) && setShown(id);
  return (
    <>
      {html && <RichText html={html} onImage={show} />}
      <AttachmentList attachments={attachments} onImage={show} />
      {shown && (
        <Suspense>
          <ImageViewer images={images} first={shown} onClose={() => setShown(undefined)} />
        </Suspense>
      )}
    </>
  );
}
