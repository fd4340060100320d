import type { components } from './schema';

type ProblemBody = components['schemas']['Problem'];
type FieldError = NonNullable<ProblemBody['errors']>[number];

/** A failed request, with the API's problem document (RFC 9457). The status is 0 if there was no response. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  /** After a conflict, the current version. */
  readonly version: number | undefined;
  /** After a conflict about a ticket, the entries that others added since the version of the request. */
  readonly changes: NonNullable<ProblemBody['changes']>;
  /** After a conflict about a view, its current state. */
  readonly view: ProblemBody['view'];
  /** After a conflict about a part of the desk's configuration, its stored state. */
  readonly current: unknown;
  /** The invalid fields in the server's order. Nested fields have dotted names such as `attachmentIds.2`. */
  readonly errors: readonly FieldError[];
  /** The number of seconds to wait before a retry. */
  readonly retryAfter: number | undefined;

  constructor(body: Partial<ProblemBody> & { status: number }, retryAfter?: number, cause?: unknown) {
    super(body.title ?? '', { cause });
    this.name = 'Problem';
    this.status = body.status;
    this.type = body.type ?? 'about:blank';
    this.detail = body.detail;
    this.requestId = body.requestId;
    this.version = body.version;
    this.changes = body.changes ?? [];
    this.view = body.view;
    this.current = body.current;
    this.errors = body.errors ?? [];
    this.retryAfter = retryAfter;
  }

  static unreachable(cause: unknown): Problem {
    return new Problem({ status: 0, type: 'urn:mesa:problem:unreachable' }, undefined, cause);
  }

  static from(response: Response, body: unknown): Problem {
    return new Problem(
      { ...documentIn(body), status: response.status },
      retryAfterOf(response.headers.get('Retry-After')),
    );
  }

  get unreachable(): boolean {
    return this.status === 0;
  }

  /** Whether a retry of the same request can succeed. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Whether the server refused the request itself: no retry of it can succeed, not even after another sign-in. */
  get refused(): boolean {
    return !this.temporary && this.status !== 401;
  }

  /**
   * Returns the first message for a field or for a field inside it: `errorAt('attachmentIds')` finds `attachmentIds.2`.
   */
  errorAt(field: string): string | undefined {
    return this.errors.find((error) => error.field === field || error.field.startsWith(`${field}.`))?.message;
  }
}

/**
 * Returns the members of a problem document. It omits a title, detail, errors or changes of another type, as the body may
 * come from a proxy instead of the API.
 */
function documentIn(body: unknown): Partial<ProblemBody> {
  if (typeof body !== 'object' || body === null) return {};
  const { title, detail, errors, changes, ...rest } = body as Partial<ProblemBody>;
  return {
    ...rest,
    ...(typeof title === 'string' && { title }),
    ...(typeof detail === 'string' && { detail }),
    ...(Array.isArray(errors) && { errors: errors.filter(isFieldError) }),
    ...(Array.isArray(changes) && { changes }),
  };
}

function isFieldError(error: unknown): boolean {
  const { field, message } = (error ?? {}) as Record<string, unknown>;
  return typeof field === 'string' && typeof message === 'string';
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : Problem.unreachable(error);
}

/** Returns the seconds until a retry. The Retry-After header contains a number of seconds or a date. */
function retryAfterOf(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const time = Date.parse(header);
  return Number.isNaN(time) ? undefined : Math.max(0, Math.ceil((time - now) / 1000));
}
