import { useSettings } from '../../app/useSettings';
import { SelectField } from '../../design/control/SelectField';
import { Page } from '../../design/page/Page';
import { useDesignTexts } from '../../design/texts';
import {
  setThemeChoice,
  type ThemeChoice,
  themeChoices,
  useThemeChoice,
} from '../../design/theme/colorScheme';
import { PasswordForm } from '../../profile/PasswordForm';
import { ProfileForm } from '../../profile/ProfileForm';
import { Sessions } from '../../profile/security/Sessions';
import { useTexts as useProfileTexts } from '../../profile/texts';
import { usePerson } from '../../session/useSession';
import { OwnAvailability } from '../availability/OwnAvailability';
import { useTexts } from '../texts';

export default function ProfilePage() {
  const { deskName } = useSettings();
  const person = usePerson();
  return (
    <Page title={useProfileTexts().title} deskName={deskName} width="reading">
      <ProfileForm person={person}>
        <ThemeField />
      </ProfileForm>
      <OwnAvailability />
      <PasswordForm username={person.username} />
      <Sessions />
    </Page>
  );
}

function ThemeField() {
  const t = useTexts().theme;
  const { themes } = useDesignTexts().preferences;
  return (
    <SelectField
      label={t.label}
      hint={t.hint}
      choices={themeChoices.map((value) => ({ value, label: themes[value] }))}
      value={useThemeChoice()}
      onValue={(value) => setThemeChoice(value as ThemeChoice)}
    />
  );
}
