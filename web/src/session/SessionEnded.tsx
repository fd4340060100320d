import { Button } from '../design/button/Button';
import { Dialog } from '../design/dialog/Dialog';
import { useDesignTexts } from '../design/texts';
import classes from './SessionEnded.module.css';
import { SignInForm } from './SignInForm';
import type { Person } from './sessionQuery';

interface SessionEndedProps {
  person: Person;
  onSignedIn: (person: Person) => void;
  onLeave: () => void;
}

/** The sign-in dialog that appears when the session has ended. The page below it keeps the typed text. */
export function SessionEnded({ person, onSignedIn, onLeave }: SessionEndedProps) {
  const t = useDesignTexts().session;
  return (
    <Dialog title={t.ended}>
      <p className={classes.text}>{t.endedText}</p>
      <SignInForm
        username={person.username}
        onSignedIn={onSignedIn}
        aside={
          <Button kind="quiet" onClick={onLeave}>
            {t.leave}
          </Button>
        }
      />
    </Dialog>
  );
}
