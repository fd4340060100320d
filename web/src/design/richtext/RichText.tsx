import { type MouseEvent, useMemo } from 'react';
import { attachmentIdOf } from '../files/images';
import { useDesignTexts } from '../texts';
import classes from './RichText.module.css';
import { scrollableTables } from './scrollableTables';

interface RichTextProps {
  html: string;
  /**
   * Called when the person clicks an image of the text, to enlarge it. The list of files offers the same with the
   * keyboard.
   */
  onImage?: (id: string) => void;
}

/** Shows HTML that the server has sanitized. Never pass other HTML. */
export function RichText({ html, onImage }: RichTextProps) {
  const { table } = useDesignTexts().editor;
  const shown = useMemo(() => scrollableTables(html, table), [html, table]);
  function onClick({ target }: MouseEvent) {
    const id = target instanceof HTMLImageElement ? attachmentIdOf(target.getAttribute('src')) : undefined;
    if (id) onImage?.(id);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a shortcut for the buttons of AttachmentList
    <div
      className={classes.text}
      data-viewable={Boolean(onImage) || undefined}
      onClick={onImage && onClick}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: every body is sanitized by the server before it is stored
      dangerouslySetInnerHTML={{ __html: shown }}
    />
  );
}
