import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Ticket, topicsQuery } from '../../api/queries';
import { announce } from '../../design/announce/announce';
import { Button } from '../../design/button/Button';
import { useActsTexts } from '../acts/texts';
import { FieldsDialog } from './FieldsDialog';

/** A button to edit the answers to the extra fields, if there are any and the server allows changes. */
export function EditFields({ ticket }: { ticket: Ticket }) {
  const t = useActsTexts();
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
