import type { Schemas } from '../../api/client';

type Attachment = Schemas['Attachment'];

/** The image types that every browser can display. */
const displayable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']);

export const isImage = ({ contentType }: { contentType: string }) => displayable.has(contentType);

export const attachmentUrl = (id: string) => `/api/attachments/${encodeURIComponent(id)}`;

/** Returns the id of the attachment at a URL, or undefined if the URL is not that of an attachment. */
export function attachmentIdOf(url: string | null): string | undefined {
  return /^\/api\/attachments\/([0-9A-Z]{26})$/.exec(url ?? '')?.[1];
}

/** Whether sanitized HTML shows an attachment as an image. */
export const showsImage = (html: string, id: string): boolean =>
  html.includes(`<img src="${attachmentUrl(id)}"`);

/**
 * Whether an image is small enough to be loaded automatically. Larger images are loaded on request, as there are no
 * thumbnails.
 */
export const isSmall = ({ size }: Attachment) => size <= 3 * 1024 * 1024;

/**
 * Returns a name with the time for a pasted screenshot, because all screenshots on the clipboard are named «image.png».
 */
export function pastedName(file: File, at: Date): string {
  if (!/^image\.\w+$/.test(file.name)) return file.name;
  const pad = (n: number) => String(n).padStart(2, '0');
  const day = [at.getFullYear(), pad(at.getMonth() + 1), pad(at.getDate())].join('-');
  const time = [pad(at.getHours()), pad(at.getMinutes()), pad(at.getSeconds())].join('.');
  return `captura ${day} ${time}.${file.name.split('.').pop()}`;
}

/**
 * Returns the images on the clipboard, or none if it also contains text: Word and Excel add a picture of the text, and
 * then only the text is pasted.
 */
export function imagesOf(data: DataTransfer | null): File[] {
  if (!data || data.types.includes('text/plain')) return [];
  return [...data.files].filter((file) => isImage({ contentType: file.type }));
}
