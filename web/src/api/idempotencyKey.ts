import { useState } from 'react';
import { asProblem } from './problem';

export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}

interface RenewableKey {
  key: string;
  /** Sets a new key if the server refused the request, because the corrected request is another request. */
  renewAfter: (error: Error) => void;
}

/** The Idempotency-Key of a form's request. Retries after temporary failures have the same key. */
export function useIdempotencyKey(): RenewableKey {
  const [key, setKey] = useState(newIdempotencyKey);
  return {
    key,
    renewAfter: (error) => {
      if (asProblem(error).refused) setKey(newIdempotencyKey());
    },
  };
}
