import { useDesk } from '../../app/useDesk';
import { Page } from '../../design/page/Page';
import { usePerson } from '../../session/useSession';
import { OwnAvailability } from '../availability/OwnAvailability';
import { useTexts } from '../texts';
import { PasswordForm } from './PasswordForm';
import { ProfileForm } from './ProfileForm';

export default function ProfilePage() {
  const t = useTexts().profile;
  const { deskName } = useDesk();
  const person = usePerson();
  return (
    <Page title={t.title} deskName={deskName} width="reading">
      <ProfileForm person={person} />
      <OwnAvailability />
      <PasswordForm username={person.username} />
    </Page>
  );
}
