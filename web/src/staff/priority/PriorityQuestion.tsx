import { WithSettings } from '../../app/WithSettings';
import type { Priority } from '../../design/badges/Badges';
import { Notice } from '../../design/notice/Notice';
import { PriorityChoice } from './PriorityChoice';

/** The answer to the question for a priority. `none` leaves the ticket without a priority. */
export type PriorityAnswer = Priority | 'none';

export const priorityChange = (answer: PriorityAnswer | undefined): { priority?: Priority } =>
  answer && answer !== 'none' ? { priority: answer } : {};

interface PriorityQuestionProps {
  value: PriorityAnswer | undefined;
  error: string | false | undefined;
  onValue: (answer: PriorityAnswer) => void;
}

/** Asks for the priority of a ticket that becomes Atendido without a priority, and shows the criteria (D2). */
export function PriorityQuestion({ value, error, onValue }: PriorityQuestionProps) {
  return (
    <>
      {error && (
        <Notice tone="danger" live>
          {error}
        </Notice>
      )}
      <WithSettings>
        {({ severities }) => (
          <PriorityChoice severities={severities} value={value} onValue={onValue} optional />
        )}
      </WithSettings>
    </>
  );
}
