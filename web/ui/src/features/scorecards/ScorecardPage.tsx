import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useAsOf } from '../../frame/asOf';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { ListDownload } from '../../ui/ListDownload';
import { Empty, Loaded } from '../../ui/Loaded';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { Ledger } from './Ledger';
import { RatingTiles } from './RatingTiles';
import { RollUps } from './RollUps';
import { ScorecardFacts } from './ScorecardFacts';
import { ScoringState } from './ScoringState';
import { scorecardList, scorecardQuery, useStoreRun } from './scorecards.api';
import { scorecardRoute } from './scorecards.route';
import { matching } from './search';

/** The live scorecard of a plan, rated as of the day in the header. */
export function ScorecardPage() {
  const { t } = useWords();
  const { message } = App.useApp();
  const { may } = useSession();
  const asOf = useAsOf();
  const { planId } = scorecardRoute.useParams();
  const search = scorecardRoute.useSearch();
  const navigate = useNavigate();
  const aims = search.aims ?? 'current';
  const scorecard = useQuery(scorecardQuery(planId, asOf, aims));
  const storing = useStoreRun(planId);
  const narrow = (change: Partial<typeof search>) =>
    void navigate({ to: '.', search: (current) => ({ ...current, ...change }), replace: true });

  return (
    <>
      <Loaded query={scorecard}>
        {(card) => {
          const shown = matching(card.targets ?? [], search);
          return (
            <>
              <ScorecardFacts scorecard={card}>
                <ListDownload address={scorecardList(planId, asOf, aims)} />
                {may('officer', 'approver', 'rule-author', 'province-admin') && (
                  <button
                    type="button"
                    className="button primary"
                    disabled={storing.isPending}
                    onClick={() =>
                      storing.mutate(
                        { asOf, aims },
                        { onSuccess: () => void message.success(t('scorecard.saved')) },
                      )
                    }
                  >
                    {t('scorecard.save')}
                  </button>
                )}
              </ScorecardFacts>
              <div className="filters">
                <fieldset className="choice">
                  <legend>{t('scorecard.aims')}</legend>
                  {(['current', 'original'] as const).map((value) => (
                    <label key={value}>
                      <input
                        type="radio"
                        name="aims"
                        checked={aims === value}
                        onChange={() => narrow({ aims: value === 'original' ? value : undefined })}
                      />{' '}
                      {t(`aims.${value}`)}
                    </label>
                  ))}
                </fieldset>
                {may('province-admin') && card.plan.status !== 'closed' && (
                  <Link to="/plans/$planId/targets/new" params={{ planId }} className="button plain">
                    {t('targets.add')}
                  </Link>
                )}
              </div>
              <ScoringState planId={planId} />
              {storing.error && <ProblemAlert error={storing.error} />}
              {card.targets?.length ? (
                <>
                  <RatingTiles
                    counts={card.counts}
                    chosen={search.rating}
                    onChoose={(rating) => narrow({ rating })}
                  />
                  <RollUps rollUps={card.rollUps} asOf={asOf} />
                  <div className="filters">
                    <label className="search">
                      <span>{t('scorecard.search')}</span>
                      <input
                        type="search"
                        placeholder={t('scorecard.searchHint')}
                        value={search.find ?? ''}
                        onChange={({ target }) => narrow({ find: target.value || undefined })}
                      />
                    </label>
                    <p role="status">
                      {t('scorecard.shown', { shown: shown.length, all: card.targets.length })}
                    </p>
                    {(search.rating || search.find) && (
                      <button
                        type="button"
                        className="button quiet"
                        onClick={() => narrow({ rating: undefined, find: undefined })}
                      >
                        {t('scorecard.clear')}
                      </button>
                    )}
                  </div>
                  {shown.length > 0 ? (
                    <Ledger planId={planId} targets={shown} statements={card.statements} live />
                  ) : (
                    <Empty title={t('scorecard.noMatch')} />
                  )}
                </>
              ) : (
                <Empty title={t('scorecard.empty')} />
              )}
            </>
          );
        }}
      </Loaded>
      <Outlet />
    </>
  );
}
