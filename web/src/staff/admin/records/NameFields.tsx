import type { Schemas } from '../../../api/client';
import { FieldGrid } from '../../../design/control/FieldGrid';
import { TextField } from '../../../design/control/TextField';
import { withText } from '../topics/topic';
import { useRecordTexts } from './texts';

type Translated = Schemas['Translated'];

interface NameFieldsProps {
  name: Translated;
  onName: (name: Translated) => void;
  maxLength: number;
  errorOf: (field: string) => string | undefined;
}

/** The name of a record in both languages. */
export function NameFields({ name, onName, maxLength, errorOf }: NameFieldsProps) {
  const t = useRecordTexts();
  return (
    <FieldGrid>
      <TextField
        label={t.nameEs}
        value={name.es}
        onValue={(es) => onName(withText(name, 'es', es))}
        maxLength={maxLength}
        error={errorOf('name.es') ?? errorOf('id')}
        required
      />
      <TextField
        label={t.nameEn}
        lang="en"
        value={name.en ?? ''}
        onValue={(en) => onName(withText(name, 'en', en))}
        maxLength={maxLength}
        error={errorOf('name.en')}
        hint={t.nameEnHint}
        optional
      />
    </FieldGrid>
  );
}
