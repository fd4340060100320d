import { TextAreaField } from '../../design/control/TextField';
import { useActsTexts } from './texts';

interface ReasonFieldProps {
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
  optional?: boolean;
}

/** The field for the reason of an assignment or transfer. The requester never sees the reason (G2). */
export function ReasonField({ optional = false, ...rest }: ReasonFieldProps) {
  const t = useActsTexts();
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
