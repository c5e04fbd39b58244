import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { moment } from '../../ui/day';
import { FileButton } from '../../ui/FileButton';
import { Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { periodInWords } from '../../ui/period';
import { Brought } from './Brought';
import { downloadSheet, type Import, importsQuery, reportQuery, useUpload } from './sheets.api';
import { sheetRoute } from './sheets.route';
import './sheets.css';

/** A report as a spreadsheet: taken out, filled in elsewhere, brought back and confirmed. */
export function SheetPage() {
  const { t, language } = useWords();
  const { me, may } = useSession();
  const { submission } = sheetRoute.useParams();
  const { file } = sheetRoute.useSearch();
  const report = useQuery(reportQuery(submission));
  const imports = useQuery(importsQuery(submission));
  const open = ['draft', 'returned', 'unlocked'].includes(report.data?.status ?? '');
  const own = may('officer') && me?.unit?.id === report.data?.unit;
  return (
    <>
      <PageHead
        title={t('sheets.title', { period: report.data ? periodInWords(report.data.period, language) : '' })}
        actions={
          <Link to="/submissions/$submission" params={{ submission }} className="button plain">
            {t('sheets.back')}
          </Link>
        }
      >
        <p>{t('sheets.intro')}</p>
      </PageHead>
      <ol className="sheet-steps">
        <li>
          <h2>{t('sheets.take')}</h2>
          <Take submission={submission} />
        </li>
        <li>
          <h2>{t('sheets.bring')}</h2>
          {own && open ? (
            <Bring submission={submission} />
          ) : (
            <p className="under">{t(open ? 'sheets.notYours' : 'sheets.closed')}</p>
          )}
        </li>
        <li>
          <h2>{t('sheets.confirm')}</h2>
          <Loaded query={imports}>
            {(items) => {
              const shown = file ?? items[0]?.id;
              return shown ? (
                <>
                  <Brought key={shown} id={shown} own={own} />
                  <Earlier items={items.filter(({ id }) => id !== shown)} />
                </>
              ) : (
                <p className="missing">{t('sheets.none')}</p>
              );
            }}
          </Loaded>
        </li>
      </ol>
    </>
  );
}

function Take({ submission }: { submission: string }) {
  const { t } = useWords();
  const taking = useMutation({ mutationFn: (wanted: 'vi' | 'en') => downloadSheet(submission, wanted) });
  return (
    <>
      <div className="buttons">
        {(['vi', 'en'] as const).map((wanted) => (
          <button
            key={wanted}
            type="button"
            className="button plain"
            disabled={taking.isPending}
            onClick={() => taking.mutate(wanted)}
          >
            {t(`sheets.take_${wanted}`)}
          </button>
        ))}
      </div>
      <p className="under">{t('sheets.takeHint')}</p>
      {taking.error && <ProblemAlert error={taking.error} />}
    </>
  );
}

function Bring({ submission }: { submission: string }) {
  const { t } = useWords();
  const navigate = sheetRoute.useNavigate();
  const bringing = useUpload(submission);
  return (
    <>
      <p>
        <FileButton
          label={t('sheets.file')}
          accept=".xlsx"
          disabled={bringing.isPending}
          onChoose={(file) =>
            bringing.mutate(file, {
              onSuccess: ({ id }) => void navigate({ search: (before) => ({ ...before, file: id }) }),
            })
          }
        />
      </p>
      {bringing.isPending && <p role="status">{t('sheets.bringing')}</p>}
      {bringing.error && <ProblemAlert error={bringing.error} />}
    </>
  );
}

/** Other files that were brought for this report. */
function Earlier({ items }: { items: readonly Import[] }) {
  const { t, language } = useWords();
  const { submission } = sheetRoute.useParams();
  if (items.length === 0) return null;
  return (
    <section aria-label={t('sheets.earlier')}>
      <h3>{t('sheets.earlier')}</h3>
      <ul className="plain-list">
        {items.map(({ id, name, status, recordedAt, recordedBy }) => (
          <li key={id}>
            <Link
              to="/submissions/$submission/sheet"
              params={{ submission }}
              search={(before) => ({ ...before, file: id })}
              className="link"
            >
              {name}
            </Link>{' '}
            <span className="under">
              {t(`importStatus.${status}`)} ·{' '}
              {t('submissions.by', { by: recordedBy, at: moment(recordedAt, language) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
