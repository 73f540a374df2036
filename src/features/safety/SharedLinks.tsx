import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SafetyItem, SafetyTexts } from '../../analysis/safety';
import { type Scope, scopeOf } from '../../domain/scope';
import { encodeScope } from '../../domain/scope-codec';
import classes from './Safety.module.css';

/** How many tickets share its batch, or its model and failure; each opens them, all of them, whatever the filters were. */
export function SharedLinks({ item, texts }: { readonly item: SafetyItem; readonly texts: SafetyTexts }) {
  const { t } = useTranslation();
  const { batch, model, failure } = item;
  return (
    <span className={classes.links}>
      {batch !== null && texts.sameBatch !== null && (
        <RowsLink scope={scopeOf([{ kind: 'oneOf', field: 'batch_no', values: [batch] }])}>
          {t('safety.sameBatch', { count: texts.sameBatch })}
        </RowsLink>
      )}
      {model !== null && failure !== null && texts.sameFailure !== null && (
        <RowsLink
          scope={scopeOf([
            { kind: 'oneOf', field: 'model', values: [model] },
            { kind: 'oneOf', field: 'failure_mode', values: [failure] },
          ])}
        >
          {t('safety.sameFailure', { count: texts.sameFailure })}
        </RowsLink>
      )}
    </span>
  );
}

function RowsLink({ scope, children }: { readonly scope: Scope; readonly children: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/complaints"
      search={(before) => ({ ...before, s: encodeScope(scope), all: '1' as const, row: undefined })}
      title={t('safety.sameHint')}
    >
      {children}
    </Link>
  );
}
