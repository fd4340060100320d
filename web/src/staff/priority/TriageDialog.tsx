import { createPortal } from 'react-dom';
import type { Priority } from '../../design/badges/Badges';
import { FormDialog } from '../../design/dialog/FormDialog';
import { useForm } from '../../design/form/useForm';
import { type PriorityAnswer, PriorityQuestion, priorityChange } from './PriorityQuestion';
import { usePriorityTexts } from './texts';

interface TriageDialogProps {
  onAnswer: (change: { priority?: Priority }) => void;
  onClose: () => void;
}

/** Asks for the priority before a response that resolves a ticket without a priority is sent (D2). */
export function TriageDialog({ onAnswer, onClose }: TriageDialogProps) {
  const t = usePriorityTexts();
  const form = useForm<{ priority: PriorityAnswer | undefined }>({
    initial: { priority: undefined },
    validate: ({ priority }) => ({ priority: !priority && t.missing }),
    onSubmit: ({ priority }) => onAnswer(priorityChange(priority)),
  });
  // The composer is a form, and forms cannot be nested.
  return createPortal(
    <FormDialog title={t.triage.title} form={form} submit={t.triage.submit} onClose={onClose}>
      <PriorityQuestion
        value={form.values.priority}
        error={form.errorOf('priority')}
        onValue={(priority) => form.set({ priority })}
      />
    </FormDialog>,
    document.body,
  );
}
