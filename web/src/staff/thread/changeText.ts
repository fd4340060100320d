import type { Schemas } from '../../api/client';
import { formatDateTime } from '../../design/dates/format';
import type { DesignTexts } from '../../design/texts/es';
import type { Language } from '../../i18n/language';
import type { LinkTexts } from '../../links/texts/es';
import type { ThreadTexts } from './texts/es';

export type Change = Schemas['Change'];

interface ChangeContext {
  t: ThreadTexts;
  d: DesignTexts;
  links: LinkTexts;
  language: Language;
  timeZone: string;
}

/**
 * Returns a text that describes a change, such as «Prioridad: Sin valorar → ALTA 1». Codes are translated, names are
 * not.
 */
export function changeText(change: Change, context: ChangeContext): string {
  const { t } = context;
  if (change.field === 'extra') {
    const answerText = (value: string | null | undefined) =>
      value === 'true' ? context.d.extraFields.yes : value || '—';
    return t.changed({ field: change.name ?? '', from: answerText(change.from), to: answerText(change.to) });
  }
  if (change.field === 'tags') return tagsText(change, t);
  const to = valueText(change.field, change.to ?? null, context);
  // The attribute had no value before. A missing priority is shown as «Sin valorar» instead.
  if (!change.from && !(change.field === 'priority' && change.to))
    return t.set({ field: t.fields[change.field], to });
  return t.changed({
    field: t.fields[change.field],
    from: valueText(change.field, change.from ?? null, context),
    to,
  });
}

function valueText(
  field: Change['field'],
  value: string | null,
  { t, d, links, language, timeZone }: ChangeContext,
): string {
  if (field === 'priority')
    return value && value in d.priority ? d.priority[value as 'high'] : d.priority.unset;
  if (!value) return t.nothing[field];
  if (field === 'status') return value in d.status ? d.status[value as 'open'] : value;
  if (field === 'dueAt' || field === 'firstResponseDueAt') return formatDateTime(value, language, timeZone);
  if (field === 'waitingFor') return value in t.awaited ? t.awaited[value as 'requester'] : value;
  if (field === 'rating') return t.score({ score: value });
  if (field === 'link') return linkText(value, links);
  return value;
}

function tagsText({ from: removed, to: added }: Change, { tags }: ChangeContext['t']): string {
  if (added && removed) return tags.both({ added, removed });
  return added ? tags.added({ added }) : tags.removed({ removed: removed ?? '' });
}

/** Returns why a deadline moved, derived from the other changes of the same act (F9). */
export function deadlineReason(
  { field }: Change,
  all: readonly Change[],
): 'priority' | 'topic' | 'resumed' | undefined {
  if (field !== 'dueAt' && field !== 'firstResponseDueAt') return undefined;
  if (all.some((other) => other.field === 'priority')) return 'priority';
  if (all.some((other) => other.field === 'topic')) return 'topic';
  return all.some((other) => other.field === 'status' && other.to === 'open') ? 'resumed' : undefined;
}

/** Formats the value of a link change, which consists of the kind of link and the number of the other ticket. */
function linkText(value: string, links: LinkTexts): string {
  const [kind = '', number = ''] = value.split(' ');
  return `${kind in links.kinds ? links.kinds[kind as 'related'] : kind} ${number}`;
}
