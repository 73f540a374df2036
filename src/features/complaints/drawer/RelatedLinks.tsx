import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../../analysis/complaints';
import { intersect, type Predicate } from '../../../domain/scope';
import { TextButton } from '../../../ui/TextButton';
import { useScope } from '../../../ui/view/view-state';
import classes from './ComplaintDrawer.module.css';

/** Narrows the list to what shares something with this complaint. */
export function RelatedLinks({ row }: { readonly row: ComplaintRow }) {
  const { t } = useTranslation();
  const { scope, setScope } = useScope();
  const links = [
    { label: t('complaints.sameBatch'), fields: ['batch_no'] },
    { label: t('complaints.sameSerial'), fields: ['serial_no'] },
    { label: t('complaints.sameFailure'), fields: ['model', 'failure_mode'] },
  ].flatMap(({ label, fields }) => {
    const predicates = fields.flatMap((field) => same(field, row[field]));
    return predicates.length === fields.length ? [{ label, predicates }] : [];
  });
  if (links.length === 0) return null;
  return (
    <p className={classes.links}>
      {links.map(({ label, predicates }) => (
        <TextButton key={label} onClick={() => setScope(intersect(scope, predicates))}>
          {label}
        </TextButton>
      ))}
    </p>
  );
}

function same(field: string, value: unknown): Predicate[] {
  return typeof value === 'string' && value !== '' ? [{ kind: 'oneOf', field, values: [value] }] : [];
}
