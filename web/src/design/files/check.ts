import type { Schemas } from '../../api/client';
import type { Language } from '../../i18n/language';
import type { DesignTexts } from '../texts/es';
import { formatBytes } from './format';
import { contentTypeOf, typeNames } from './mediaType';

export type Limits = Schemas['AttachmentLimits'];

/** Validates a file before the upload. Returns an error message, or undefined if the file is valid. */
export function fileError(
  file: { name: string; type: string; size: number },
  limits: Limits,
  t: DesignTexts['files'],
  language: Language,
): string | undefined {
  if (file.size === 0) return t.empty;
  if (file.size > limits.maxBytes) {
    return t.tooLarge({
      size: formatBytes(file.size, language),
      max: formatBytes(limits.maxBytes, language),
    });
  }
  if (limits.types.length > 0 && !limits.types.includes(contentTypeOf(file))) {
    return t.badType({ types: typeNames(limits.types) });
  }
  return undefined;
}
