/**
 * Wraps each table of sanitized HTML in an element that scrolls sideways, and that the keyboard can focus to scroll it.
 */
export function scrollableTables(html: string, label: string): string {
  if (!html.includes('<table')) return html;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const table of parsed.querySelectorAll('table')) {
    const frame = parsed.createElement('div');
    frame.dataset.table = '';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', label);
    table.replaceWith(frame);
    frame.append(table);
  }
  return parsed.body.innerHTML;
}
