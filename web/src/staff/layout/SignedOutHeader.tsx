import { useSettings } from '../../app/useSettings';
import { Brand } from '../../design/page/Brand';
import classes from './Header.module.css';

export function SignedOutHeader() {
  const { deskName, settings } = useSettings();
  return (
    <header className={classes.header}>
      <span className={classes.brand}>
        <Brand deskName={deskName} logoUrl={settings?.logoUrl} />
      </span>
    </header>
  );
}
