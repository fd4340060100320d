import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { topicsQuery } from '../../api/queries';
import { useSettings } from '../../app/useSettings';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { defaultTimeZone } from '../../design/dates/format';
import { useAnswerText } from '../../design/extrafields/useAnswerText';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { useDesignTexts } from '../../design/texts';
import { useEntityName } from '../directory/queries';
import type { Column } from '../list/columns';
import { fetchPage, type ListQuery, type TicketCard } from '../list/ticketList';
import { useTexts as useStaffTexts } from '../texts';
import { answerColumns, answersIn } from './answers';
import { csvOf } from './csv';
import { headOf, rowOf } from './rows';
import { useTexts } from './texts';

/** The number of tickets per request. Filtered lists may return fewer. */
const pageSize = 100;

interface ExportButtonProps {
  query: ListQuery;
  name: string;
  /** The columns of the list. The file also has the number, the subject and the facts of headOf. */
  columns: readonly Column[];
}

/**
 * A button that exports the filtered and sorted list with its columns as a CSV file (H6). The list is loaded page by
 * page, and the export can be stopped.
 */
export function ExportButton({ query, name, columns }: ExportButtonProps) {
  const t = useTexts();
  const client = useQueryClient();
  const { head, row } = useRows(columns);
  const answerText = useAnswerText();
  const { data: topics = [] } = useQuery(topicsQuery);
  const fields = topics.filter(({ id }) => query.topic?.includes(id)).flatMap(({ fields }) => fields ?? []);
  // Answers are exported only if topics are chosen, because all topics together would have too many columns.
  const withAnswers = Boolean(query.topic?.length);
  const [count, setCount] = useState<number>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  // Leaving the page stops the export.
  useEffect(() => () => stop.current?.abort(), []);

  async function run() {
    stop.current = new AbortController();
    setError(undefined);
    setCount(0);
    try {
      const cardsByNumber = new Map<string, TicketCard>();
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await fetchPage(
          client,
          { ...query, details: true, cursor, limit: pageSize },
          stop.current.signal,
        );
        for (const card of page.items)
          if (!cardsByNumber.has(card.number)) cardsByNumber.set(card.number, card);
        setCount(cardsByNumber.size);
        cursor = page.next ?? undefined;
      }
      const cards = [...cardsByNumber.values()];
      const extra = withAnswers ? answerColumns(fields, cards) : [];
      const rows = cards.map((card) => [...row(card), ...answersIn(extra, card, answerText)]);
      download(csvOf([[...head, ...extra.map((column) => column.name)], ...rows]), `${name}.csv`);
      announce(t.done({ count: cardsByNumber.size }));
    } catch (problem) {
      if (!stop.current.signal.aborted) setError(problem);
    }
    setCount(undefined);
  }

  return (
    <>
      {count === undefined ? (
        <Button kind="secondary" small onClick={() => void run()}>
          {t.start}
        </Button>
      ) : (
        <Button kind="secondary" small icon="close" onClick={() => stop.current?.abort()}>
          {t.stop({ count })}
        </Button>
      )}
      {error !== undefined && <ProblemNotice error={error} />}
    </>
  );
}

function download(text: string, filename: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function useRows(columns: readonly Column[]) {
  const t = useStaffTexts().list.columns;
  const factNames = useTexts().columns;
  const { status, priority } = useDesignTexts();
  const entityName = useEntityName();
  const { settings } = useSettings();
  return {
    head: headOf(columns, t, factNames),
    row: (card: TicketCard) =>
      rowOf(card, columns, {
        status,
        priority,
        entityName,
        timeZone: settings?.timeZone ?? defaultTimeZone,
      }),
  };
}
