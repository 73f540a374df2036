import { useTranslation } from 'react-i18next';
import type { FilePlan } from '../../../data/ingest/plan';
import { PROFILES } from '../../../data/profiles/kinds';
import { proposedName, saysSomething } from '../../../data/profiles/remember';
import { useDecision, useImportJob } from '../../../session/hooks';
import type { ReviewItem } from '../../../session/import-job';
import controls from '../../../ui/controls.module.css';
import classes from './Review.module.css';

/** What was changed here is kept for the next file from the same source, under a name. Nothing to see while nothing was changed. */
export function KeepAs({
  item: { id, options, keepAs },
  plan,
}: {
  readonly item: ReviewItem;
  readonly plan: FilePlan;
}) {
  const { t } = useTranslation();
  const [job] = useImportJob();
  const { data: profiles } = useDecision(PROFILES);
  if (profiles === undefined || !saysSomething(options)) return null;
  const proposed = proposedName(profiles, plan);
  return (
    <p className={classes.keep}>
      <label className={controls.choice}>
        <input
          type="checkbox"
          checked={keepAs !== false}
          onChange={(event) => job.keepAs(id, event.target.checked ? proposed : false)}
        />
        {t('review.keepAs')}
      </label>
      <input
        aria-label={t('profiles.name')}
        className={controls.input}
        value={keepAs === false ? '' : (keepAs ?? proposed)}
        disabled={keepAs === false}
        maxLength={200}
        placeholder={proposed}
        onChange={(event) => job.keepAs(id, event.target.value)}
      />
      <span className={classes.hint}>{t('review.keepHint')}</span>
    </p>
  );
}
