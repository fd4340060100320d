import { PasswordForm } from '../../profile/PasswordForm';
import { ProfileForm } from '../../profile/ProfileForm';
import { Sessions } from '../../profile/security/Sessions';
import { useTexts } from '../../profile/texts';
import { usePerson } from '../../session/useSession';
import { PortalPage } from '../layout/PortalPage';

/** The page «perfil»: the person's own data, language, time zone, password and sessions. */
export default function ProfilePage() {
  const person = usePerson();
  return (
    <PortalPage title={useTexts().title} width="reading">
      <ProfileForm person={person} />
      <PasswordForm username={person.username} />
      <Sessions />
    </PortalPage>
  );
}
