import type { components } from './schema';

type ProblemBody = components['schemas']['Problem'];
export type FieldErrors = Readonly<Record<string, string>>;

/** Every failed request, as the API's problem document tells it; a request that got no answer has status 0. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly detail: string | undefined;
  readonly requestId: string | undefined;
  readonly version: number | undefined;
  readonly changes: NonNullable<ProblemBody['changes']>;
  /** On a conflict over a view: as it is now. */
  readonly view: ProblemBody['view'];
  /** By the field that a form has: `attachmentIds.2` is told at `attachmentIds`. */
  readonly fieldErrors: FieldErrors;
  /** By the field's whole name, for forms with fields within fields. */
  readonly nestedErrors: FieldErrors;
  /** Seconds until it makes sense to try again. */
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
    this.fieldErrors = fieldErrorsOf(body.errors ?? []);
    this.nestedErrors = Object.fromEntries((body.errors ?? []).map(({ field, message }) => [field, message]));
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

  /** Whether the same request may well succeed a moment later. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** What may come from something other than the API, such as a proxy, is not taken at its word. */
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

/** `attachmentIds.2` is shown at the field `attachmentIds`; the first message of a field is the one to show. */
function fieldErrorsOf(errors: NonNullable<ProblemBody['errors']>): FieldErrors {
  const found: Record<string, string> = {};
  for (const { field, message } of errors) {
    const [name = field] = field.split('.');
    found[name] ??= message;
  }
  return found;
}

/** The header has two forms: seconds, or a date. */
function retryAfterOf(header: string | null, now = Date.now()): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
