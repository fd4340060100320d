import { WithSettings } from '../../app/WithSettings';
import type { Limits } from '../../design/files/check';
import { FilePicker } from '../../design/files/FilePicker';
import { FormCard } from '../../design/page/Card';
import { RichTextField } from '../../design/richtext/RichTextField';
import { UnsentNotice } from '../../drafts/UnsentNotice';
import { useDraftWithFiles } from '../../drafts/useDraftWithFiles';
import { useTexts } from '../texts';
import { emptyReply, type ReplyDraft, replyPurpose, replyShape } from './replyDraft';

/** The reply that a person wrote on a ticket that they may no longer read. It can be copied (D8). */
export function LostReply({ number }: { number: string }) {
  return (
    <WithSettings placeholder={null}>
      {({ attachments }) => <LostReplyForm number={number} limits={attachments} />}
    </WithSettings>
  );
}

function LostReplyForm({ number, limits }: { number: string; limits: Limits }) {
  const t = useTexts().reply;
  const draft = useDraftWithFiles<ReplyDraft>(replyPurpose(number), emptyReply, replyShape, limits);
  const { body, files } = draft.value;
  if (!body && files.length === 0) return null;
  return (
    <FormCard>
      <UnsentNotice html={body} moves={[]} onDiscard={draft.clear} />
      <RichTextField
        label={t.title}
        value={body}
        onValue={(html) => draft.set({ body: html })}
        short
        uploads={draft.uploads}
      />
      {files.length > 0 && <FilePicker uploads={draft.uploads} limits={limits} />}
    </FormCard>
  );
}
