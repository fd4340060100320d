import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Ticket, topicsQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { useTexts } from '../texts';
import { FieldsDialog } from './FieldsDialog';

/** The way to the extra fields, where the ticket's topic has some; what is answered shows that it has, while the topics are missing. */
export function EditFields({ ticket }: { ticket: Ticket }) {
  const t = useTexts().acts;
  const topics = useQuery(topicsQuery);
  const [open, setOpen] = useState(false);
  const fields = topics.data ? topics.data.find(({ id }) => id === ticket.topicId)?.fields : ticket.fields;
  if (!fields?.length || !ticket.actions.includes('transfer')) return null;
  return (
    <>
      <Button small kind="secondary" onClick={() => setOpen(true)}>
        {t.editFields}
      </Button>
      {open && (
        <FieldsDialog
          ticket={ticket}
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
