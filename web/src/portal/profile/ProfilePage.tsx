import { usePerson } from '../../session/useSession';
import { PortalPage } from '../layout/PortalPage';
import { useTexts } from '../texts';
import { PasswordForm } from './PasswordForm';
import { ProfileForm } from './ProfileForm';

/** «perfil»: the person's own data, language, time zone and password. */
export default function ProfilePage() {
  const t = useTexts().profile;
  const person = usePerson();
  return (
    <PortalPage title={t.title} width="reading">
      <ProfileForm person={person} />
      <PasswordForm username={person.username} />
    </PortalPage>
  );
}
