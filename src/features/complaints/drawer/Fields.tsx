import { useTranslation } from 'react-i18next';
import type { Complaint } from '../../../analysis/complaint';
import { useWorkspaceData } from '../../../session/hooks';
import { Masked } from '../../../ui/Masked';
import { cellText, isContact, isPersonal, type Wording } from '../cell-text';
import classes from './ComplaintDrawer.module.css';
import { type FieldGroup, fieldGroups } from './field-groups';
import { UnreadText } from './UnreadText';

interface FieldsProps {
  readonly complaint: Complaint;
  readonly wording: Wording;
  /** Names and contacts in full. */
  readonly revealed: boolean;
}

/** What the complaint says, by what it is about; times stand elsewhere. */
export function Fields(props: FieldsProps) {
  const { workspace } = useWorkspaceData();
  return fieldGroups(workspace.facts.complaint).map((group) => <Group key={group.name} group={group} {...props} />);
}

function Group({ group, complaint, wording, revealed }: FieldsProps & { readonly group: FieldGroup }) {
  const { t } = useTranslation();
  const name = group.name === 'other' ? t('complaints.other') : t(`columnGroup.${group.name}`);
  const { row, unread } = complaint;
  const rawOf = (field: string) => unread.find(({ column }) => column === field)?.raw;
  const said = group.fields.filter((field) => cellText(field, row, wording) !== '' || rawOf(field) !== undefined);
  const blanks = group.fields.length - said.length;
  return (
    <section aria-label={name}>
      <h3 className={classes.heading}>
        {name}
        {blanks > 0 && <span className={classes.blanks}>{t('complaints.blanks', { count: blanks })}</span>}
      </h3>
      <dl className={classes.fields}>
        {said.map((field) => (
          <div key={field} className={classes.field}>
            <dt>{wording.labels.column(field)}</dt>
            <dd>
              <FieldText field={field} text={cellText(field, row, wording)} revealed={revealed} />
              <UnreadText raw={rawOf(field)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function FieldText({
  field,
  text,
  revealed,
}: {
  readonly field: string;
  readonly text: string;
  readonly revealed: boolean;
}) {
  if (text === '' || revealed || !isPersonal(field)) return text;
  return <Masked key={text} text={text} kind={isContact(field) ? 'contact' : 'name'} />;
}
