import type { Problem } from '../../api/problem';

/** What the page finds invalid, as messages by field name; valid fields have none. */
export type Invalid = Readonly<Record<string, string | false | undefined>>;

export interface SubmissionState {
  /** Whether the person has tried to submit. Before that, an empty required field is not marked. */
  attempted: boolean;
  /** How many attempts the page rejected. Each one moves the focus to the first invalid field. */
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

/** The message to show at a field: the page's own after an attempt, otherwise the server's. */
export function messageAt(
  field: string,
  attempted: boolean,
  invalid: Invalid,
  problem: Problem | undefined,
): string | undefined {
  return (attempted && invalid[field]) || problem?.errorAt(field);
}
