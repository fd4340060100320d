import type { Schemas } from '../../api/client';
import type { operations } from '../../api/schema';
import { segmentOf, textOf } from '../segment';

type Query = NonNullable<operations['list-tickets']['parameters']['query']>;
export type Sort = NonNullable<Query['sort']>;

/** The filters with a list of values. A ticket matches if, for each filter, it has one of the selected values. */
export const choiceFilters = [
  'status',
  'priority',
  'agent',
  'topic',
  'department',
  'organization',
  'entity',
  'tag',
  'requester',
] as const;
export type ChoiceFilter = (typeof choiceFilters)[number];

/** The choice filters and `field`, which contains answers to extra fields of the chosen topics as `<field>:<value>`. */
const valueFilters = [...choiceFilters, 'field'] as const;

/** The filters by date, in the person's time zone. */
export const dateFilters = ['created', 'updated'] as const;
export type DateFilter = (typeof dateFilters)[number];

/**
 * A range of days such as `2026-11-24`. Both days are included, and a missing day leaves that end open. Alternatively,
 * `last` is a number of days that ends today.
 */
export interface Days {
  from?: string;
  to?: string;
  last?: number;
}

/**
 * The filters and the order of a list. They are part of the URL, so that the list can be bookmarked and shared
 * (H2).
 */
export interface Refinement {
  filters: Partial<Record<(typeof valueFilters)[number], readonly string[]>>;
  days: Partial<Record<DateFilter, Days>>;
  sort?: Sort;
}

export const unrefined: Refinement = { filters: {}, days: {} };

/** The maximum of `last` in the contract. */
const maxDays = 366;

const sorts: readonly string[] = ['due', 'activity', '-activity', 'created'] satisfies Sort[];
// Separates the parts `name=a,b` in a URL. Ids and tags do not contain this character.
const separator = '~';

/** Encodes a refinement as the end of a URL segment. The result is empty without filters and order. */
export function encodeRefinement(refinement: Refinement): string {
  const parts: string[] = [];
  for (const name of valueFilters) {
    const values = refinement.filters[name];
    if (values?.length) parts.push(`${name}=${values.map(segmentOf).join(',')}`);
  }
  for (const name of dateFilters) {
    const { from = '', to = '', last } = refinement.days[name] ?? {};
    if (last) parts.push(`${name}=${last}d`);
    else if (from || to) parts.push(`${name}=${from}..${to}`);
  }
  if (refinement.sort) parts.push(`sort=${refinement.sort}`);
  return parts.map((part) => separator + part).join('');
}

/** Splits a URL segment into its beginning and the refinement at its end. Invalid parts are ignored. */
export function decodeRefinement(segment: string): [head: string, refinement: Refinement] {
  const [head = '', ...parts] = segment.split(separator);
  const refinement: Refinement = { filters: {}, days: {} };
  for (const part of parts) {
    const separatorIndex = part.indexOf('=');
    const name = part.slice(0, separatorIndex);
    const value = part.slice(separatorIndex + 1);
    const choice = valueFilters.find((filter) => filter === name);
    const date = dateFilters.find((filter) => filter === name);
    if (choice) refinement.filters[choice] = value.split(',').map(textOf).filter(Boolean);
    else if (date) refinement.days[date] = daysOf(value);
    else if (name === 'sort' && sorts.includes(value)) refinement.sort = value as Sort;
  }
  return [head, refinement];
}

function daysOf(value: string): Days {
  const [, last] = /^([1-9]\d{0,2})d$/.exec(value) ?? [];
  if (last) return { last: Math.min(Number(last), maxDays) };
  const [from = '', to = ''] = value.split('..');
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);
  return { from: day(from), to: day(to) };
}

/** Returns the number of active filters. */
export function filterCount({ filters, days }: Refinement): number {
  return (
    valueFilters.filter((name) => filters[name]?.length).length +
    dateFilters.filter((name) => isOn(days[name])).length
  );
}

export function isOn(days: Days | undefined): boolean {
  return Boolean(days?.from || days?.to || days?.last);
}

/** Returns the parameters of list-tickets for a refinement. */
export function queryOf({ filters, days, sort }: Refinement, timeZone: string): Query {
  const { status, priority, ...rest } = filters;
  const query: Query = { ...withoutEmpty(rest) };
  if (priority?.length) query.priority = priority as Query['priority'];
  if (status?.length) query.status = status as Query['status'];
  if (sort) query.sort = sort;
  const instant = (day: string | undefined, shift: number) => day && startOfDay(day, shift, timeZone);
  query.createdFrom = instant(days.created?.from, 0);
  query.createdUntil = instant(days.created?.to, 1);
  query.updatedFrom = instant(days.updated?.from, 0);
  query.updatedUntil = instant(days.updated?.to, 1);
  query.createdWithin = days.created?.last;
  query.updatedWithin = days.updated?.last;
  return query;
}

/** Returns the refinement for the parameters of a view. It is the inverse of queryOf. */
export function refinementOf(query: Schemas['ViewQuery'], timeZone: string): Refinement {
  const refinement: Refinement = { filters: {}, days: {} };
  for (const name of valueFilters) if (query[name]?.length) refinement.filters[name] = query[name];
  const day = (instant: string | undefined, earlier: number) =>
    instant && new Intl.DateTimeFormat('en-CA', { timeZone }).format(Date.parse(instant) - earlier);
  for (const name of dateFilters) {
    const last = query[`${name}Within`];
    const days = last ? { last } : { from: day(query[`${name}From`], 0), to: day(query[`${name}Until`], 1) };
    if (isOn(days)) refinement.days[name] = days;
  }
  if (query.sort && sorts.includes(query.sort)) refinement.sort = query.sort;
  return refinement;
}

function withoutEmpty(
  filters: Partial<Record<string, readonly string[]>>,
): Partial<Record<string, string[]>> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, values]) => (values?.length ? [[name, [...values]]] : [])),
  );
}

/** Returns the instant at which a day begins in a time zone. `shift` is a number of days to add to the day. */
export function startOfDay(day: string, shift: number, timeZone: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const localTime = Date.UTC(year, month - 1, date + shift);
  // The offset is computed twice, because it may change between `localTime` and the first result (daylight-saving time).
  let instant = localTime - offset(localTime, timeZone);
  instant = localTime - offset(instant, timeZone);
  return new Date(instant).toISOString();
}

function offset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  const localTime = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return localTime - Math.floor(instant / 1000) * 1000;
}
