import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { subjectInWords, useWords, type Word } from '../../i18n';
import { moment } from '../../ui/day';
import { Empty, Loaded } from '../../ui/Loaded';
import { PageHead } from '../../ui/PageHead';
import { type Change, changesList, changesQuery } from './audit.api';
import { auditRoute } from './audit.route';

/** Who changed what in the province, newest first. */
export function AuditPage() {
  const { t } = useWords();
  const search = auditRoute.useSearch();
  const navigate = auditRoute.useNavigate();
  const changes = useInfiniteQuery(changesQuery(search));
  const [typed, setTyped] = useState({ text: search.text ?? '', madeBy: search.madeBy ?? '' });
  return (
    <>
      <PageHead title={t('audit.title')} list={changesList(search)}>
        <p>{t('audit.intro')}</p>
      </PageHead>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({
            search: (before) => ({
              ...before,
              text: typed.text.trim() || undefined,
              madeBy: typed.madeBy.trim() || undefined,
            }),
          });
        }}
      >
        <label className="search">
          <span>{t('audit.search')}</span>
          <input
            type="search"
            value={typed.text}
            onChange={({ target }) => setTyped({ ...typed, text: target.value })}
          />
        </label>
        <label className="search">
          <span>{t('audit.madeBy')}</span>
          <input
            type="search"
            value={typed.madeBy}
            onChange={({ target }) => setTyped({ ...typed, madeBy: target.value })}
          />
        </label>
        <button type="submit" className="button plain">
          {t('audit.find')}
        </button>
      </form>
      <Loaded query={changes}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items ?? []);
          if (items.length === 0) return <Empty title={t('audit.empty')} />;
          return (
            <>
              <Changes items={items} />
              {changes.hasNextPage && (
                <button
                  type="button"
                  className="button plain"
                  disabled={changes.isFetchingNextPage}
                  onClick={() => void changes.fetchNextPage()}
                >
                  {t('audit.more')}
                </button>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Changes({ items }: { items: readonly Change[] }) {
  const { t, language } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs focus to be scrolled by keys
    <section className="ledger-box" aria-label={t('audit.title')} tabIndex={0}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.fields')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((change) => (
            <tr key={change.id}>
              <td>{moment(change.madeAt, language)}</td>
              <td>{change.madeBy}</td>
              <th scope="row">
                {t(`act.${change.act as Word<'act'>}`)} {subjectInWords(t, change.subject)}
                {change.name ? (
                  <span className="under" title={change.key}>
                    {language === 'en' ? change.nameEn : change.name}
                  </span>
                ) : (
                  <span className="under">
                    <code>{change.key}</code>
                  </span>
                )}
                {change.instrument && <span className="under">{change.instrument}</span>}
              </th>
              <td>
                <details>
                  <summary>{t('audit.count', { count: change.fields.length })}</summary>
                  <dl className="changed">
                    {change.fields.map(({ name, ...field }) => {
                      const was = (language === 'en' ? field.wasNameEn : field.wasName) ?? field.was;
                      const became =
                        (language === 'en' ? field.becameNameEn : field.becameName) ?? field.became;
                      return (
                        <div key={name}>
                          <dt title={name}>{language === 'en' ? field.labelEn : field.label}</dt>
                          <dd>
                            {was != null && <del title={field.was ?? undefined}>{was}</del>}{' '}
                            {became != null && <ins title={field.became ?? undefined}>{became}</ins>}
                          </dd>
                        </div>
                      );
                    })}
                  </dl>
                </details>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
