import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { topicsQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { useTexts } from '../texts';
import type { Ticket } from '../ticket/ticketQuery';
import { FieldsDialog } from './FieldsDialog';

/** The way to the extra fields, where the ticket's topic has some. */
export function EditFields({ ticket }: { ticket: Ticket }) {
  const t = useTexts().acts;
  const topics = useQuery(topicsQuery);
  const [open, setOpen] = useState(false);
  const asked = topics.data?.find(({ id }) => id === ticket.topicId)?.fields ?? [];
  if (asked.length === 0 || !ticket.actions.includes('transfer')) return null;
  return (
    <>
      <Button small kind="secondary" onClick={() => setOpen(true)}>
        {t.editFields}
      </Button>
      {open && (
        <FieldsDialog
          ticket={ticket}
          asked={asked}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            announce(t.done);
          }}
        />
      )}
    </>
  );
}
