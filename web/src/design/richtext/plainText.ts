const blocks = 'p, li, blockquote, pre';

/** Returns the text of the server's HTML, with one line per paragraph. DOMParser runs no scripts and loads nothing. */
export function plainTextOf(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const end of body.querySelectorAll('br')) end.replaceWith('\n');
  for (const block of body.querySelectorAll(blocks)) block.append('\n');
  return (body.textContent ?? '').replace(/\n{2,}/g, '\n').trim();
}
