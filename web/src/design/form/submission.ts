import type { Problem } from '../../api/problem';

/** The errors that the page finds before sending: messages by field name. A valid field has no message. */
export type Invalid = Readonly<Record<string, string | false | undefined>>;

export interface SubmissionState {
  /** Whether the person has tried to submit. An empty required field is marked only after the first attempt. */
  attempted: boolean;
  /** The number of attempts with invalid values. Each of them moves the focus to the first invalid field. */
  rejections: number;
}

export type SubmissionAction = { type: 'attempt'; valid: boolean } | { type: 'reset' };

export const notAttempted: SubmissionState = { attempted: false, rejections: 0 };

export function submissionReducer(state: SubmissionState, action: SubmissionAction): SubmissionState {
  if (action.type === 'reset') return { ...state, attempted: false };
  return { attempted: true, rejections: state.rejections + (action.valid ? 0 : 1) };
}

export function isValid(invalid: Invalid): boolean {
  return Object.values(invalid).every((message) => !message);
}

/** Returns the message to show at a field: the page's own message after an attempt, otherwise the server's message. */
export function messageAt(
  field: string,
  attempted: boolean,
  invalid: Invalid,
  problem: Problem | undefined,
): string | undefined {
  return (attempted && invalid[field]) || problem?.errorAt(field);
}
