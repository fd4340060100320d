import type { Schemas } from '../../api/client';

type Attachment = Schemas['Attachment'];

/** The image types that every browser shows. */
const displayable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

export const isImage = ({ contentType }: { contentType: string }) => displayable.has(contentType);

export const addressOf = (id: string) => `/api/attachments/${encodeURIComponent(id)}`;

/** The attachment's id in an image address; undefined for any other address. */
export function attachmentIn(address: string | null): string | undefined {
  return /^\/api\/attachments\/([0-9A-Z]{26})$/.exec(address ?? '')?.[1];
}

/** Larger images are loaded on request only, as there are no thumbnails. */
export const isLight = ({ size }: Attachment) => size <= 3 * 1024 * 1024;

/** Names a pasted file by its time, as every screenshot on the clipboard is called «image.png». */
export function pastedName(file: File, at: Date): string {
  if (!/^image\.\w+$/.test(file.name)) return file.name;
  const two = (n: number) => String(n).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const time = [two(at.getHours()), two(at.getMinutes()), two(at.getSeconds())].join('.');
  return `captura ${day} ${time}.${file.name.split('.').pop()}`;
}

/** The images of a clipboard. With text there is none: Word and Excel add a picture of the text, and the text is pasted. */
export function imagesOf(data: DataTransfer | null): File[] {
  if (!data || data.types.includes('text/plain')) return [];
  return [...data.files].filter((file) => isImage({ contentType: file.type }));
}
