import type { ComponentProps } from 'react';
import { useDesk } from '../../app/useDesk';
import { Page } from '../../design/page/Page';

/** A page of the portal, with the desk's name in the document title. */
export function PortalPage(props: Omit<ComponentProps<typeof Page>, 'deskName'>) {
  const { deskName } = useDesk();
  return <Page {...props} deskName={deskName} />;
}
