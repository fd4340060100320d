import { lazy, Suspense, useMemo, useState } from 'react';
import type { Schemas } from '../../api/client';
import { foldedQuotes } from '../richtext/foldedQuotes';
import { RichText } from '../richtext/RichText';
import { useDesignTexts } from '../texts';
import { AttachmentList } from './AttachmentList';
import { isImage, showsImage } from './images';

const ImageViewer = lazy(() => import('./ImageViewer'));

interface EntryBodyProps {
  body: string | undefined;
  attachments: readonly Schemas['Attachment'][];
}

/** Shows the text of an entry and its other files. Images can be enlarged. An image of the text is not listed again. */
export function EntryBody({ body, attachments }: EntryBodyProps) {
  const { quote } = useDesignTexts();
  const html = useMemo(() => body && foldedQuotes(body, quote), [body, quote]);
  const [shownImage, setShownImage] = useState<string>();
  const images = attachments.filter(isImage);
  const show = (id: string) => images.some((image) => image.id === id) && setShownImage(id);
  return (
    <>
      {html && <RichText html={html} onImage={show} />}
      <AttachmentList
        attachments={attachments.filter(({ id }) => !showsImage(body ?? '', id))}
        onImage={show}
      />
      {shownImage && (
        <Suspense>
          <ImageViewer images={images} first={shownImage} onClose={() => setShownImage(undefined)} />
        </Suspense>
      )}
    </>
  );
}
