/** Returns the HTML of a mention of a person. */
export function mentionOf(id: string, name: string): string {
  const span = document.createElement('span');
  span.dataset.mention = id;
  span.textContent = `@${name}`;
  return span.outerHTML;
}

/** Whether sanitized HTML mentions a person. */
export function mentions(html: string | undefined, id: string): boolean {
  if (!html?.includes('data-mention')) return false;
  const text = new DOMParser().parseFromString(html, 'text/html');
  return [...text.querySelectorAll<HTMLElement>('[data-mention]')].some(
    ({ dataset }) => dataset.mention === id,
  );
}
