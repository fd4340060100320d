import { type KeyboardEvent, type MouseEvent, useMemo } from 'react';
import { attachmentIdOf } from '../files/images';
import { useDesignTexts } from '../texts';
import classes from './RichText.module.css';
import { scrollableTables } from './scrollableTables';

interface RichTextProps {
  html: string;
  /** Called when the person activates an image of the text, to enlarge it. */
  onImage?: (id: string) => void;
}

/** Shows HTML that the server has sanitized. Never pass other HTML. */
export function RichText({ html, onImage }: RichTextProps) {
  const { table } = useDesignTexts().editor;
  const viewable = Boolean(onImage);
  const shown = useMemo(
    () => withImageButtons(scrollableTables(html, table), viewable),
    [html, table, viewable],
  );
  function onClick({ target }: Pick<MouseEvent, 'target'>) {
    const id = target instanceof HTMLImageElement ? attachmentIdOf(target.getAttribute('src')) : undefined;
    if (id) onImage?.(id);
    return id !== undefined;
  }
  function onKeyDown(event: KeyboardEvent) {
    if ((event.key === 'Enter' || event.key === ' ') && onClick(event)) event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the images in the text are the buttons
    <div
      className={classes.text}
      data-viewable={viewable || undefined}
      onClick={onImage && onClick}
      onKeyDown={onImage && onKeyDown}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: every body is sanitized by the server before it is stored
      dangerouslySetInnerHTML={{ __html: shown }}
    />
  );
}

/** Makes the images of sanitized HTML buttons, which the keyboard can activate. */
const withImageButtons = (html: string, viewable: boolean) =>
  viewable
    ? html.replaceAll('<img src="/api/attachments/', '<img role="button" tabindex="0" src="/api/attachments/')
    : html;
