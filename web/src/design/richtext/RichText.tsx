import classes from './RichText.module.css';

/** Shows HTML that the server sanitized; never give it anything else. */
export function RichText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: every body is sanitized by the server before it is stored
  return <div className={classes.text} dangerouslySetInnerHTML={{ __html: html }} />;
}
