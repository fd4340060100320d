import type { ComponentProps } from 'react';
import { useDesk } from '../../app/useDesk';
import { Page } from '../../design/page/Page';

/** A page of the portal: the desk's name follows the page's own in the document's title. */
export function PortalPage(props: Omit<ComponentProps<typeof Page>, 'deskName'>) {
  const { deskName } = useDesk();
  return <Page {...props} deskName={deskName} />;
}
