import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useWords } from '../../i18n';
import { moment } from '../../ui/day';
import { format } from '../../ui/decimal';
import { FileButton } from '../../ui/FileButton';
import { PageHead } from '../../ui/PageHead';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { exportProvince, useImportProvince } from './archive.api';

/** A province takes along everything it has, or brings it into one that has nothing yet. */
export function ArchivePage() {
  const { t, language } = useWords();
  const exporting = useMutation({ mutationFn: exportProvince });
  const importing = useImportProvince();
  const field = useId();
  const taken = importing.data;
  return (
    <>
      <PageHead title={t('archive.title')}>
        <p>{t('archive.intro')}</p>
      </PageHead>
      <section className="form" aria-labelledby={`${field}-export`}>
        <h2 className="section-title" id={`${field}-export`}>
          {t('archive.export')}
        </h2>
        <p>{t('archive.exportDetail')}</p>
        <div>
          <button
            type="button"
            className="button primary"
            disabled={exporting.isPending}
            onClick={() => exporting.mutate()}
          >
            {t(exporting.isPending ? 'archive.exporting' : 'archive.exportNow')}
          </button>{' '}
          <span role="status">{exporting.isSuccess && t('archive.exported')}</span>
        </div>
        {exporting.error && <ProblemAlert error={exporting.error} />}
      </section>
      <section className="form" aria-labelledby={`${field}-import`}>
        <h2 className="section-title" id={`${field}-import`}>
          {t('archive.import')}
        </h2>
        <p>{t('archive.importDetail')}</p>
        <p>
          <FileButton
            label={t('archive.file')}
            accept=".zip"
            disabled={importing.isPending}
            onChoose={(file) => importing.mutate(file)}
          />
        </p>
        <p role="status">
          {importing.isPending && t('archive.importing')}
          {taken &&
            t('archive.imported', {
              name: taken.name,
              moment: moment(taken.exportedAt, language),
              rows: format(String(taken.rows), language),
              files: format(String(taken.files), language),
            })}
        </p>
        {importing.error && <ProblemAlert error={importing.error} />}
      </section>
    </>
  );
}
