import { TextAreaField } from '../../design/control/TextField';
import { useTexts } from '../texts';

interface ReasonFieldProps {
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
  optional?: boolean;
}

/** The reason for an assignment or transfer; never shown to the requester (G2). */
export function ReasonField({ optional = false, ...rest }: ReasonFieldProps) {
  const t = useTexts().acts;
  return (
    <TextAreaField
      {...rest}
      label={t.reason}
      hint={t.reasonHint}
      maxLength={1000}
      rows={3}
      optional={optional}
      required={!optional}
    />
  );
}
