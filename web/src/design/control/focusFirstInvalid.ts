/**
 * After a refused submission the person continues at the first field to correct. React Query tells the page what was refused
 * in a timer of its own; by the frame and the timer after it the page has marked what is wrong.
 */
export function focusFirstInvalid(form: HTMLElement | null): void {
  requestAnimationFrame(() =>
    setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()),
  );
}
