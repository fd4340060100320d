import { useRef } from 'react';
import { SelectField } from '../../design/control/SelectField';
import { TextField } from '../../design/control/TextField';
import { ignoreEnter } from '../../design/search/ChoiceSearchBox';
import { maxSearchLength } from '../../design/search/maxSearchLength';
import { ServerSearchStatus } from '../../design/search/ServerSearch';
import { Loaded } from '../../design/states/Loaded';
import { useOrganizations } from './organizations';

interface OrganizationFieldProps {
  label: string;
  /** The label of the search box, which is shown if the desk has many organizations. */
  searchLabel: string;
  /** The text to show if no organization is selected. */
  placeholder: string;
  value: string;
  onValue: (id: string) => void;
  error?: string | undefined;
  optional?: boolean;
}

/** Selects an organization by name. If the desk has many, they are searched on the server. */
export function OrganizationField({ searchLabel, value, ...field }: OrganizationFieldProps) {
  const box = useRef<HTMLInputElement>(null);
  const { choices, queries, search } = useOrganizations(value ? [value] : []);
  return (
    <>
      {search && (
        <div>
          <TextField
            ref={box}
            label={searchLabel}
            value={search.typed}
            onValue={search.onTyped}
            maxLength={maxSearchLength}
            onKeyDown={ignoreEnter}
          />
          <ServerSearchStatus search={search} box={box} />
        </div>
      )}
      <Loaded queries={queries}>{() => <SelectField {...field} value={value} choices={choices} />}</Loaded>
    </>
  );
}
