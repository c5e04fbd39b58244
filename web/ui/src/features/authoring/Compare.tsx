import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { offeredQuery, releasesQuery } from '../../frame/offered';
import { ruleModelQuery } from '../../frame/trial';
import { useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { WideTable } from '../../ui/WideTable';
import { comparisonQuery, type Draft, type Earlier, earlierQuery } from './authoring.api';
import { newerBase } from './base';
import { useCellInWords } from './cellNames';
import type { Cell } from './merge';

/** The text on the screen against an earlier one: what it began as, what was saved, what was released. */
export function Compare({ draft, text }: { draft: Draft; text: string }) {
  const { t } = useWords();
  const releases = useQuery(releasesQuery);
  const base = useQuery(ruleModelQuery(draft.basedOn));
  const offered = useQuery(offeredQuery);
  // What was taken over from a newer version of the base is no change of the draft's own.
  const newer = base.data && newerBase(base.data, releases.data ?? [], offered.data ?? []);
  const [picked, setChosen] = useState<string>();
  const chosen = picked ?? `sha256 ${newer?.sha256 ?? draft.basedOn}`;
  const id = useId();
  const released = (releases.data ?? []).filter(
    ({ ruleSet, sha256 }, at, all) =>
      ruleSet === draft.ruleSet &&
      sha256 !== newer?.sha256 &&
      all.findIndex((one) => one.sha256 === sha256) === at,
  );
  const [kind, value = ''] = chosen.split(' ');
  const earlier: Earlier = kind === 'revision' ? { revision: Number(value) } : { sha256: value };
  const before = useQuery(earlierQuery(draft.id, earlier));
  return (
    <section>
      <p className="filters">
        <label htmlFor={id}>{t('authoring.compareWith')}</label>
        <select id={id} value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {newer && (
            <option value={`sha256 ${newer.sha256}`}>
              {t('authoring.newestBase', { version: newer.version })}
            </option>
          )}
          <option value={`sha256 ${draft.basedOn}`}>{t('authoring.basedOn')}</option>
          {released.map(({ sha256, setVersion }) => (
            <option key={sha256} value={`sha256 ${sha256}`}>
              {t('authoring.releasedVersion', { version: setVersion })}
            </option>
          ))}
          {Array.from({ length: draft.revision }, (_, i) => draft.revision - i).map((number) => (
            <option key={number} value={`revision ${number}`}>
              {t('authoring.savedNumber', { number })}
            </option>
          ))}
        </select>
      </p>
      <Loaded query={before}>{(model) => <Differences before={model} after={text} />}</Loaded>
    </section>
  );
}

/** Cell by cell, both sides beside each other. */
export function Differences({ before, after }: { before: string; after: string }) {
  const { t } = useWords();
  const { placeOf, saidOf } = useCellInWords();
  const comparison = useQuery(comparisonQuery(before, after));
  return (
    <Loaded query={comparison}>
      {({ removed, added, moved, changed }) => {
        const whole = (part: string, id: string): Cell => ({ part, thing: id, field: '' });
        const lines = [
          ...removed.map(({ part, id }) => [whole(part, id), id, t('authoring.removedThing')] as const),
          ...added.map(
            ({ part, id }) => [whole(part, id), t('authoring.nothing'), t('authoring.addedThing')] as const,
          ),
          ...moved.map(
            ({ part, id, from, to }) =>
              [
                whole(part, id),
                String(from + 1),
                t('authoring.movedThing', { from: from + 1, to: to + 1 }),
              ] as const,
          ),
          ...changed.map(
            ({ cell, before: was, after: is }) => [cell, saidOf(cell, was), saidOf(cell, is)] as const,
          ),
        ];
        if (lines.length === 0) return <p role="status">{t('authoring.same')}</p>;
        return (
          <WideTable label={t('draftPart.compare')}>
            <table className="ledger comparison">
              <thead>
                <tr>
                  <th scope="col">{t('authoring.part')}</th>
                  <th scope="col">{t('authoring.before')}</th>
                  <th scope="col">{t('authoring.after')}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(([cell, was, is]) => (
                  <tr key={`${cell.part} ${cell.thing} ${cell.field} ${is}`}>
                    <th scope="row">{placeOf(cell)}</th>
                    <td className="words">
                      <del>{was}</del>
                    </td>
                    <td className="words">
                      <ins>{is}</ins>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        );
      }}
    </Loaded>
  );
}
