import { useId, useRef } from 'react';
import { useDesignTexts } from '../texts';
import { AttachButton, useLimitsText } from './AttachButton';
import type { Limits } from './check';
import { FileList } from './FileList';
import classes from './FilePicker.module.css';
import { useFileDrop } from './useFileDrop';
import type { Uploads } from './useUploads';

/** Lets the person choose or drop files, and shows the limits (B4). */
export function FilePicker({ uploads, limits }: { uploads: Uploads; limits: Limits }) {
  const t = useDesignTexts().files;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const dragging = useFileDrop(uploads.add);
  const limitsText = useLimitsText(limits);

  return (
    <div className={classes.picker}>
      <span className={classes.label} id={`${id}-label`}>
        {t.label}
      </span>
      <p className={classes.limits} id={`${id}-limits`}>
        {limitsText}
      </p>
      <div className={dragging ? classes.over : classes.zone}>
        <AttachButton
          ref={button}
          uploads={uploads}
          limits={limits}
          labelledBy={`${id}-label`}
          describedBy={`${id}-limits`}
        />
      </div>
      <FileList uploads={uploads} onRemoved={() => button.current?.focus()} />
    </div>
  );
}
