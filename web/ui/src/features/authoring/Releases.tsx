import { Link } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useAsOf } from '../../frame/asOf';
import { type Release, releasedOn } from '../../frame/offered';
import { useWords } from '../../i18n';
import { DayInput } from '../../ui/DayInput';
import { day, moment } from '../../ui/day';
import { ProblemAlert } from '../../ui/ProblemAlert';
import { BrokenSeal, OriginChip } from '../../ui/RuleOrigin';
import { WideTable } from '../../ui/WideTable';
import { useRollBack } from './authoring.api';
import { useFirstDayRule } from './firstDay';
import { nationsFirstDay, useWorkspace } from './workspace';

interface Props {
  releases: readonly Release[];
  onAgain: (release: Release) => void;
}

/** Every release, the newest first; authors may release any version of their own sets again. */
export function Releases({ releases, onAgain }: Props) {
  const { t, language } = useWords();
  const { nation, own, author } = useWorkspace();
  if (releases.length === 0) {
    return <p className="missing">{t(nation ? 'authoring.noNationalReleases' : 'authoring.noReleases')}</p>;
  }
  return (
    <WideTable label={t('authoring.releases')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('authoring.set')}</th>
            <th scope="col">{t('authoring.version')}</th>
            <th scope="col">{t('authoring.validFrom')}</th>
            <th scope="col">{t('authoring.reason')}</th>
            <th scope="col">{t('authoring.by')}</th>
            <th scope="col">{t('authoring.at')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('scorecard.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {releases.map((release) => {
            const which = { set: release.ruleSet, version: release.setVersion };
            const last = lastOf(releases, release.ruleSet);
            const holdsLast = last?.whole && last.sha256 === release.sha256;
            return (
              <tr key={release.id}>
                <th scope="row">
                  <Link to="/rule-models/$sha256" params={{ sha256: release.sha256 }}>
                    {release.ruleSet}
                  </Link>{' '}
                  {!nation && <OriginChip origin={release.origin} />}
                </th>
                <td>
                  {release.setVersion}
                  {release.origin === own && !release.draft && (
                    <span className="under">{t('authoring.again')}</span>
                  )}
                  {!release.whole && (
                    <div>
                      <BrokenSeal />
                    </div>
                  )}
                </td>
                <td>{day(release.validFrom, language)}</td>
                <td className="words">{release.reason}</td>
                <td>{release.recordedBy}</td>
                <td>{moment(release.recordedAt, language)}</td>
                <td className="release-actions">
                  {nation && (
                    <Link
                      to="/rule-drafts/releases/$releaseId"
                      params={{ releaseId: release.id }}
                      aria-label={t('authoring.impactsOf', which)}
                    >
                      {t('authoring.impacts')}
                    </Link>
                  )}
                  {author && release.origin === own && last && !holdsLast && (
                    <button
                      type="button"
                      className="link"
                      aria-label={t('authoring.rollBackOf', { ...which, last: last.setVersion })}
                      onClick={() => onAgain(release)}
                    >
                      {t('authoring.rollBack')}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </WideTable>
  );
}

/** Of two ISO days. */
const laterOf = (one: string, other: string) => (one > other ? one : other);

/** The release that holds after all others. */
export const lastOf = (releases: readonly Release[], ruleSet: string) =>
  releasedOn(releases, ruleSet, '9999-12-31');

interface RollBackProps {
  release: Release;
  /** of the set's newest release */
  number: number;
  /** the set's last release, which it takes the place of: before its day that version would take over again */
  last: Release;
  onDone: (made: Release) => void;
}

/** Releases an earlier version once more, from a day on. */
export function RollBack({ release, number, last, onDone }: RollBackProps) {
  const { t } = useWords();
  const { nation } = useWorkspace();
  const asOf = useAsOf();
  const firstDayRule = useFirstDayRule();
  const rolling = useRollBack(release.ruleSet, number);
  return (
    <Form<{ validFrom: string; reason: string }>
      name="roll-back"
      layout="vertical"
      className="form"
      requiredMark={false}
      initialValues={{ validFrom: laterOf(nation ? nationsFirstDay() : asOf, last.validFrom), reason: '' }}
      onFinish={({ validFrom, reason }) =>
        rolling.mutate({ sha256: release.sha256, validFrom, reason: reason.trim() }, { onSuccess: onDone })
      }
    >
      <Form.Item
        name="validFrom"
        label={t('authoring.validFrom')}
        extra={
          <>
            {t('authoring.rollBackHint')}
            {nation && ` ${t('authoring.nationalReleaseHint')}`}
          </>
        }
        rules={[{ required: true, message: t('frame.required') }, ...firstDayRule]}
      >
        <DayInput />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('authoring.reason')}
        rules={[{ required: true, whitespace: true, message: t('frame.required') }]}
      >
        <Input.TextArea rows={2} />
      </Form.Item>
      {rolling.error && <ProblemAlert error={rolling.error} />}
      <div>
        <button type="submit" className="button primary" disabled={rolling.isPending}>
          {t('authoring.rollBack')}
        </button>
      </div>
    </Form>
  );
}
