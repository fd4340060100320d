import type { ComponentProps } from 'react';
import { useSettings } from '../../app/useSettings';
import { Page } from '../../design/page/Page';

/** A page of the portal, with the desk's name in the document title. */
export function PortalPage(props: Omit<ComponentProps<typeof Page>, 'deskName'>) {
  const { deskName } = useSettings();
  return <Page {...props} deskName={deskName} />;
}
