import { Button, IconButton } from '../../../design/button/Button';
import { FieldError } from '../../../design/control/FieldError';
import { SelectField } from '../../../design/control/SelectField';
import { Card } from '../../../design/page/Card';
import { useTimeZoneChoices } from '../../../profile/timeZones';
import classes from './Calendar.module.css';
import type { NewCalendar } from './queries';
import { useTexts } from './texts';

interface WeekFieldsProps {
  values: NewCalendar;
  onChange: (part: Partial<NewCalendar>) => void;
  error: string | undefined;
}

type TimeRange = NewCalendar['week'][number][number];

/** The days in display order, Monday first. Index 0 of `week` is Sunday. */
const order = [1, 2, 3, 4, 5, 6, 0] as const;
const maxRanges = 6;

/** A time input cannot show 24:00. Therefore 00:00 as the end of a range means the end of the day. */
const inputTimeOf = (to: string) => (to === '24:00' ? '00:00' : to);
const endTimeOf = (to: string) => (to === '00:00' ? '24:00' : to);

export function WeekFields({ values, onChange, error }: WeekFieldsProps) {
  const t = useTexts().week;
  const zones = useTimeZoneChoices(values.timeZone);
  const setDay = (day: number, ranges: TimeRange[]) =>
    onChange({ week: values.week.map((current, index) => (index === day ? ranges : current)) });

  return (
    <Card title={t.title}>
      <p className={classes.soft}>{t.lead}</p>
      {error && <FieldError live>{error}</FieldError>}
      <ul className={classes.week}>
        {order.map((day) => {
          const name = t.days[day];
          const dayInSentence = t.daysWithin[day];
          const ranges = values.week[day] ?? [];
          const set = (index: number, part: Partial<TimeRange>) =>
            setDay(
              day,
              ranges.map((range, position) => (position === index ? { ...range, ...part } : range)),
            );
          return (
            <li key={day} className={classes.day}>
              <span className={classes.dayName}>{name}</span>
              <div className={classes.ranges}>
                {ranges.length === 0 && <span className={classes.soft}>{t.closed}</span>}
                {ranges.map(({ from, to }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: time ranges have no id
                  <div key={index} className={classes.range}>
                    <input
                      type="time"
                      className={classes.time}
                      aria-label={t.from({ day: name })}
                      aria-invalid={error && endTimeOf(to) <= from ? true : undefined}
                      value={from}
                      onChange={(event) => set(index, { from: event.target.value })}
                    />
                    <span className={classes.soft}>{t.until}</span>
                    <input
                      type="time"
                      className={classes.time}
                      aria-label={t.to({ day: name })}
                      value={inputTimeOf(to)}
                      onChange={(event) => set(index, { to: endTimeOf(event.target.value) })}
                    />
                    <IconButton
                      icon="close"
                      label={t.remove({ day: dayInSentence, from })}
                      onClick={() =>
                        setDay(
                          day,
                          ranges.filter((_, position) => position !== index),
                        )
                      }
                    />
                  </div>
                ))}
              </div>
              {ranges.length < maxRanges && (
                <Button
                  small
                  kind="quiet"
                  icon="plus"
                  aria-label={t.addTo({ day: dayInSentence })}
                  onClick={() => setDay(day, [...ranges, nextRange(ranges.at(-1))])}
                >
                  {t.add}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <SelectField
        label={t.zone}
        value={values.timeZone}
        onValue={(timeZone) => onChange({ timeZone })}
        choices={zones}
      />
    </Card>
  );
}

/**
 * Returns the default for a new range. It starts at the full hour after the hour in which the last range ends, at the
 * latest 23:00, and ends at 20:00, or at 24:00 if it starts at 20:00 or later. On an empty day it is 09:00 to 18:00.
 */
function nextRange(last: TimeRange | undefined): TimeRange {
  if (!last) return { from: '09:00', to: '18:00' };
  const hour = Math.min(Number(last.to.slice(0, 2)) + 1, 23);
  return { from: `${String(hour).padStart(2, '0')}:00`, to: hour < 20 ? '20:00' : '24:00' };
}
