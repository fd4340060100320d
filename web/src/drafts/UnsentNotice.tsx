import { useState } from 'react';
import { announce } from '../design/announce/announce';
import { Button } from '../design/button/Button';
import { Notice } from '../design/notice/Notice';
import { plainTextOf } from '../design/richtext/plainText';
import { useDesignTexts } from '../design/texts';

/** A button that moves the text to another form. `run` rejects if the text could not be moved. */
export interface Move {
  label: string;
  run: () => Promise<void>;
}

interface UnsentNoticeProps {
  html: string;
  moves: readonly Move[];
  onDiscard: () => void;
}

/**
 * Shows that the ticket no longer accepts the text in the form below, for example because it was closed or merged while the
 * person was writing (D8). The text can be moved, copied or discarded.
 */
export function UnsentNotice({ html, moves, onDiscard }: UnsentNoticeProps) {
  const t = useDesignTexts().drafts.unsent;
  const [result, setResult] = useState<string>();
  const [moving, setMoving] = useState(false);

  async function move(run: Move['run']) {
    setMoving(true);
    setResult(undefined);
    await run().catch(() => setResult(t.notMoved));
    setMoving(false);
  }

  async function copy() {
    const copied = await copyHtml(html).then(
      () => t.copied,
      () => t.notCopied,
    );
    setResult(copied);
    announce(copied);
  }

  return (
    <Notice
      tone="warning"
      live
      title={t.title}
      actions={
        <>
          {moves.map(({ label, run }) => (
            <Button key={label} small busy={moving} onClick={() => void move(run)}>
              {label}
            </Button>
          ))}
          <Button small kind="secondary" onClick={() => void copy()}>
            {t.copy}
          </Button>
          <Button small kind="secondary" icon="trash" onClick={onDiscard}>
            {t.discard}
          </Button>
        </>
      }
    >
      <p>{t.text}</p>
      {result && <p>{result}</p>}
    </Notice>
  );
}

/** Copies HTML, and its plain text for targets without formatting. Rejects if the browser does not allow it. */
async function copyHtml(html: string): Promise<void> {
  const part = (text: string, type: string) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': part(html, 'text/html'),
      'text/plain': part(plainTextOf(html), 'text/plain'),
    }),
  ]);
}
