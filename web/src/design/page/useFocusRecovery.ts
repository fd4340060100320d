import { useEffect } from 'react';

const messages = ':is([role="status"], [role="alert"], [data-notice]):not([data-loading])';
const headings = 'h1, h2, h3';

/**
 * Moves the focus when an act removes the focused element, for example the button of a form that disappears after it was
 * sent (E2). Otherwise the browser would focus the body, and keyboards and screen readers would start again at the top.
 * The focus moves to the message about the result, or else to the heading of the surrounding part. After a navigation,
 * `usePageHeading` moves the focus, and an open dialog moves the focus itself.
 */
export function useFocusRecovery(mainId: string): void {
  useEffect(() => {
    let focused: { ancestors: Element[]; address: string } | undefined;
    let frame = 0;
    const remember = ({ target }: FocusEvent) => {
      focused = { ancestors: ancestorsOf(target as Element), address: location.href };
    };
    const recover = () => {
      const main = document.getElementById(mainId);
      if (!focused || !isLost(focused.ancestors) || !main) return;
      const { ancestors, address } = focused;
      if (address === location.href && !isInOpenDialog(ancestors)) findTarget(ancestors, main)?.focus();
      focused = undefined;
    };
    const observer = new MutationObserver(() => {
      if (!focused || !isLost(focused.ancestors)) return;
      // Waits for effects of components, which may move the focus themselves.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(recover);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [mainId]);
}

function ancestorsOf(element: Element): Element[] {
  const parent = element.parentElement;
  return parent ? [element, ...ancestorsOf(parent)] : [element];
}

function isLost([element]: Element[]): boolean {
  return document.activeElement === document.body && !element?.isConnected;
}

function isInOpenDialog(ancestors: Element[]): boolean {
  return ancestors.some((ancestor) => ancestor.matches('dialog[open]') && ancestor.isConnected);
}

/** Finds a message, or else a heading, in the closest part of main that is still on the page. */
function findTarget(ancestors: Element[], main: Element): HTMLElement | undefined {
  const parts = [...ancestors.filter((part) => part !== main && main.contains(part)), main];
  for (const part of parts) {
    for (const selector of [messages, headings]) {
      const target = [...part.querySelectorAll<HTMLElement>(selector)].find(isShown);
      if (!target) continue;
      if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
      return target;
    }
  }
  return undefined;
}

function isShown(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.textContent?.trim() !== '' &&
    element.offsetHeight > 1
  );
}
