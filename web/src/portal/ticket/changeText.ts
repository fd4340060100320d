import type { Schemas } from '../../api/client';
import type { DesignTexts } from '../../design/texts/es';
import type { PortalTexts } from '../texts/es';

type Change = Schemas['Change'];

interface ChangeTexts {
  change: PortalTexts['change'];
  status: DesignTexts['status'];
  priority: DesignTexts['priority'];
  date: (iso: string) => string;
}

function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return names[code] ?? code;
}

/**
 * Returns a clause that describes a change: «cambió el estado de Abierto a Atendido». It is empty if the
 * portal does not show the change.
 */
export function changeText(
  { field, name, from, to }: Change,
  { change, status, priority, date }: ChangeTexts,
): string {
  switch (field) {
    case 'status':
      if (from && to) return change.statusFrom({ from: nameOf(status, from), to: nameOf(status, to) });
      return change.statusTo({ to: nameOf(status, to ?? '') });
    case 'priority':
      return to ? change.priority({ to: nameOf(priority, to) }) : change.priorityNone;
    case 'assignee':
      return to ? change.assignee({ to }) : change.assigneeNone;
    case 'department':
      return change.department({ to: to ?? '' });
    case 'topic':
      return change.topic({ to: to ?? '' });
    case 'participant':
      return to ? change.participant({ to }) : change.participantGone({ from: from ?? '' });
    case 'mergedInto':
      return change.mergedInto({ to: to ?? '' });
    case 'merged':
      return change.merged({ to: to ?? '' });
    case 'mergeUndone':
      return change.mergeUndone({ to: to ?? '' });
    case 'splitInto':
      return change.splitInto({ to: to ?? '' });
    case 'splitFrom':
      return change.splitFrom({ to: to ?? '' });
    case 'link':
    case 'extra':
      return change.extra({ name: name ?? '' });
    case 'tags':
      return ''; // only staff see this change
    case 'dueAt':
      return to ? change.dueAt({ to: date(to) }) : change.dueAtNone;
    case 'waitingFor':
      return to ? nameOf(change.waiting, to) : '';
    case 'waitingReason':
      return to ? change.waitingReason({ reason: to }) : '';
    case 'rating':
      return change.rating({ score: to ?? '' });
    case 'ratingComment':
      return to ? change.ratingComment({ comment: to }) : change.ratingCommentNone;
    case 'relatedTo':
      return change.relatedTo({ number: to ?? '' });
    case 'firstResponseDueAt': // only staff see this change
      return '';
  }
}
