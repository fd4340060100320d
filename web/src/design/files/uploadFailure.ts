import { Problem } from '../../api/problem';
import { problemText } from '../notice/ProblemNotice';
import type { DesignTexts } from '../texts/es';
import { UploadRefused } from './upload';

/** Returns a message about why an upload failed, and whether a retry can succeed. */
export function failureOf(cause: unknown, t: DesignTexts): { error: string; canRetry: boolean } {
  if (cause instanceof UploadRefused) return { error: t.files.refused, canRetry: false };
  // After a 401 the person signs in again, and then a retry succeeds.
  if (cause instanceof Problem && cause.refused) {
    return { error: cause.errors[0]?.message ?? problemText(cause, t), canRetry: false };
  }
  return { error: t.files.failed, canRetry: true };
}
